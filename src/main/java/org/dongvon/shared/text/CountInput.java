package org.dongvon.shared.text;

import java.util.regex.Pattern;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;

/** Counts as people type them, such as banknotes or months: digits, grouped by threes or not. */
public final class CountInput {

    private static final Pattern COUNT =
            Pattern.compile("\\d{1,9}|\\d{1,3}(?:\\.\\d{3}){1,2}|\\d{1,3}(?:,\\d{3}){1,2}");
    private static final int LONGEST = 40;

    private CountInput() {}

    /**
     * The count that was typed, 0 to 999 999 999.
     *
     * @throws Refused {@link SharedRefusal#MISSING_FIELD}, {@link SharedRefusal#NOT_A_NUMBER}
     */
    public static int parse(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        if (!COUNT.matcher(text).matches()) {
            throw new Refused(SharedRefusal.NOT_A_NUMBER, Shortened.text(text, LONGEST));
        }
        return Integer.parseInt(text.replaceAll("[.,]", ""));
    }
}
