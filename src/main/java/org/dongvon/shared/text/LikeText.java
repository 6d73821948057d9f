package org.dongvon.shared.text;

/** Texts that people search for, for a comparison with {@code like}. */
public final class LikeText {

    private LikeText() {}

    /** The text without the signs that the comparison would read as "anything": {@code 5%} finds 5 %, and not 50. */
    public static String literal(String wanted) {
        return wanted.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }
}
