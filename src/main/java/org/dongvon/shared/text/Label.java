package org.dongvon.shared.text;

/**
 * A name or note that is data and is kept in both languages.
 *
 * @param vi in Vietnamese
 * @param en in English
 */
public record Label(String vi, String en) {

    /** The same words in both languages. */
    public static Label same(String words) {
        return new Label(words, words);
    }

    /** The one in the reader's language. */
    public String in(Language language) {
        return language == Language.VI ? vi : en;
    }

    /** Whether there is nothing to show. */
    public boolean isEmpty() {
        return vi.isEmpty() && en.isEmpty();
    }
}
