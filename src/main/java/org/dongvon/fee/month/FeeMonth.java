package org.dongvon.fee.month;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Refused;

/**
 * A month of an office, as requests and addresses name it: {@code LECHAN:2024-04}.
 *
 * @param office the office's code
 */
public record FeeMonth(String office, YearMonth month) {

    /**
     * Reads one back.
     *
     * @throws Refused {@link FeeRefusal#UNKNOWN_MONTH}
     */
    public static FeeMonth parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new Refused(FeeRefusal.UNKNOWN_MONTH, text);
        }
        return new FeeMonth(text.substring(0, colon), month(text.substring(colon + 1)));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeParseException e) {
            throw new Refused(FeeRefusal.UNKNOWN_MONTH, text);
        }
    }

    public LocalDate first() {
        return month.atDay(1);
    }

    public LocalDate last() {
        return month.atEndOfMonth();
    }

    @Override
    public String toString() {
        return office + ":" + month;
    }
}
