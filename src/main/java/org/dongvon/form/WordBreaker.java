package org.dongvon.form;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line may end: after blanks, after a hyphen within a word, and among dots to write on. The rules of Unicode would end
 * one after the mark in names of the Central Highlands, and nowhere in a row of dots.
 *
 * <p>Example: {@code H’Wen Niê} may be broken before {@code Niê} alone, {@code HK-22-000123} after each hyphen.
 */
final class WordBreaker implements FSTextBreaker {

    private static final int NONE = -1;
    private static final char DOTS = '…';

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    /** The next place, the end of the text as the last; then −1. */
    @Override
    public int next() {
        if (at >= text.length()) {
            return NONE;
        }
        do {
            at++;
        } while (at < text.length() && !endsHere());
        return at;
    }

    private boolean endsHere() {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        if (Character.isWhitespace(before)) {
            return !Character.isWhitespace(after);
        }
        if (before == DOTS) {
            return after == DOTS;
        }
        return before == '-'
                && at > 1
                && Character.isLetterOrDigit(text.charAt(at - 2))
                && Character.isLetterOrDigit(after);
    }
}
