package org.dongvon.savings.interest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.shared.Refused;

/**
 * A month of an office, as requests and addresses name it: {@code LECHAN:2024-04}.
 *
 * @param office the office's code
 */
public record InterestMonth(String office, YearMonth month) {

    /**
     * Reads one back.
     *
     * @throws Refused {@link SavingsRefusal#UNKNOWN_MONTH}
     */
    public static InterestMonth parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new Refused(SavingsRefusal.UNKNOWN_MONTH, text);
        }
        try {
            return new InterestMonth(text.substring(0, colon), YearMonth.parse(text.substring(colon + 1)));
        } catch (DateTimeParseException e) {
            throw new Refused(SavingsRefusal.UNKNOWN_MONTH, text);
        }
    }

    public LocalDate first() {
        return month.atDay(1);
    }

    /** The day after a period that ends with a day of the month, or with the last one of a shorter month. */
    public LocalDate until(long endsWith) {
        return month.atDay((int) Math.min(endsWith, month.lengthOfMonth())).plusDays(1);
    }

    @Override
    public String toString() {
        return office + ":" + month;
    }
}
