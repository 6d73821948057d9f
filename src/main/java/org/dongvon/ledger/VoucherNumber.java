package org.dongvon.ledger;

import java.time.LocalDate;
import java.util.Locale;

/**
 * A journal's serial number within its office, as people read it: the year's last two digits and five more or longer.
 *
 * <p>Example: the 804th journal of 2025 is {@code 25-00804}.
 */
public record VoucherNumber(int year, int number) {

    /** The number of a journal written on a day. */
    public static VoucherNumber of(LocalDate businessDate, int number) {
        return new VoucherNumber(businessDate.getYear(), number);
    }

    /** As printed. */
    public String text() {
        return String.format(Locale.ROOT, "%02d-%05d", year % 100, number);
    }
}
