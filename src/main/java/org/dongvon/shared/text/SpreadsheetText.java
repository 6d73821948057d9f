package org.dongvon.shared.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a table must heed that is opened in a spreadsheet. */
public final class SpreadsheetText {

    /** Tells a spreadsheet that a .csv file is UTF-8. */
    public static final char BYTE_ORDER_MARK = '\uFEFF';

    /** What begins a formula, also in full width, and what hides it from sight. */
    private static final Pattern FORMULA = Pattern.compile("(?s)[=+\\-@\\t\\r\\n＝＋－＠].*");

    private SpreadsheetText() {}

    /** A cell that no spreadsheet takes for a formula: {@code =1+1} becomes {@code '=1+1}; numbers stay numbers. */
    public static @Nullable Object harmless(@Nullable Object cell) {
        return cell instanceof String text && FORMULA.matcher(text).matches() ? "'" + text : cell;
    }
}
