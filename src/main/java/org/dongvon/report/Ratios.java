package org.dongvon.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Shares and multiples of whole amounts: one exact division each, HALF_UP. */
public final class Ratios {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private Ratios() {}

    /** A part as a percentage with two decimals; none of nothing. Example: 7 000 of 242 780 is 2.88. */
    public static @Nullable BigDecimal percent(long part, long whole) {
        return whole == 0
                ? null
                : trimmed(BigDecimal.valueOf(part)
                        .multiply(HUNDRED)
                        .divide(BigDecimal.valueOf(whole), 2, RoundingMode.HALF_UP));
    }

    /** How many times a base an amount is, with three decimals; none of nothing. Example: 242 780 of 70 757 is 3.431. */
    public static @Nullable BigDecimal times(long amount, long base) {
        return base == 0
                ? null
                : trimmed(BigDecimal.valueOf(amount).divide(BigDecimal.valueOf(base), 3, RoundingMode.HALF_UP));
    }

    /** A percentage kept in hundredths: 1080 is 10.8. */
    public static BigDecimal ofHundredths(long hundredths) {
        return trimmed(BigDecimal.valueOf(hundredths, 2));
    }

    /** A number as programs read it: no exponent, no grouping, no zeros after the last digit. */
    static String plain(Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    /** A number without zeros after its last digit, and without exponent. */
    public static BigDecimal trimmed(BigDecimal number) {
        var trimmed = number.stripTrailingZeros();
        return trimmed.scale() < 0 ? trimmed.setScale(0, RoundingMode.UNNECESSARY) : trimmed;
    }
}
