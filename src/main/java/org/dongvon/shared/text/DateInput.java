package org.dongvon.shared.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people type them: {@code 05/03/2026}, {@code 5/3/2026}, {@code 5-3-2026}, {@code 5.3.2026}, {@code 05032026},
 * and {@code 2026-03-05} as commands and files write them. Years have four digits, 1900 to 2199.
 */
public final class DateInput {

    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4})");
    private static final Pattern DIGITS = Pattern.compile("(\\d{2})()(\\d{2})(\\d{4})");
    private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})");
    private static final int LONGEST = 40;

    private DateInput() {}

    /**
     * The day that was typed.
     *
     * @throws Refused {@link SharedRefusal#MISSING_FIELD}, {@link SharedRefusal#NOT_A_DATE},
     *     {@link SharedRefusal#NO_SUCH_DAY} for 30/02
     */
    public static LocalDate parse(@Nullable String typed) {
        var text = typed == null ? "" : typed.strip();
        if (text.isEmpty()) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        var iso = ISO.matcher(text);
        if (iso.matches()) {
            return day(text, iso.group(1), iso.group(2), iso.group(3));
        }
        for (var pattern : new Pattern[] {DAY_FIRST, DIGITS}) {
            var parts = pattern.matcher(text);
            if (parts.matches()) {
                return day(text, parts.group(4), parts.group(3), parts.group(1));
            }
        }
        throw new Refused(SharedRefusal.NOT_A_DATE, Shortened.text(text, LONGEST));
    }

    private static LocalDate day(String text, String year, String month, String day) {
        int number = Integer.parseInt(year);
        if (number < 1900 || number > 2199) {
            throw new Refused(SharedRefusal.NOT_A_DATE, text);
        }
        try {
            return LocalDate.of(number, Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException e) {
            throw new Refused(SharedRefusal.NO_SUCH_DAY, text);
        }
    }
}
