package org.dongvon.ledger;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A voucher's number as it is printed and asked for: point, year and serial.
 *
 * <p>Example: serial 3118 of point LECHAN-01 in 2024 is {@code LECHAN-01-24-003118}; {@link #parse} reads it back.
 *
 * @param point the transaction point's code
 * @param year the calendar year of the business date, 2000 to 2099
 * @param serial from 1 on, without a gap within point and year
 */
public record VoucherNumber(String point, int year, int serial) {

    private static final int CENTURY = 2000;
    private static final Pattern TEXT = Pattern.compile("([A-Z0-9][A-Z0-9-]{0,31})-(\\d{2})-(\\d{6,9})");

    public VoucherNumber {
        if (year < CENTURY || year >= CENTURY + 100 || serial < 1) {
            throw new IllegalArgumentException("no such voucher: " + point + " " + year + " " + serial);
        }
    }

    /** The number of a journal of a point, written on a day of the books. */
    public static VoucherNumber of(String point, java.time.LocalDate day, int serial) {
        return new VoucherNumber(point, day.getYear(), serial);
    }

    /** The number that a text says; empty when it says none. */
    public static Optional<VoucherNumber> parse(String text) {
        var found = TEXT.matcher(text);
        if (!found.matches() || Integer.parseInt(found.group(3)) == 0) {
            return Optional.empty();
        }
        var year = CENTURY + Integer.parseInt(found.group(2));
        return Optional.of(new VoucherNumber(found.group(1), year, Integer.parseInt(found.group(3))));
    }

    /** {@code LECHAN-01-24-003118}. */
    @Override
    public String toString() {
        return "%s-%02d-%06d".formatted(point, year - CENTURY, serial);
    }
}
