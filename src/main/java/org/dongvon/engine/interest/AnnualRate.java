package org.dongvon.engine.interest;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An annual rate of interest, in units of 10^-8 a year, so that every rate of the field is a whole number.
 *
 * <p>6.24 % a year is 6 240 000 units; 127 % of it is 7.9248 % = 7 924 800; 130 % of that, its overdue rate, is
 * 10.30224 % = 10 302 240. Never negative; nothing is ever rounded: what is not a whole number of units is refused.
 *
 * @param units the rate × 10^8
 */
public record AnnualRate(long units) implements Comparable<AnnualRate> {

    /** No interest: frozen principal, wage loans of Resolution 68/2021. */
    public static final AnnualRate ZERO = new AnnualRate(0);

    /** The overdue rate as thousandths of the in-term rate, unless the law of a programme says otherwise: 130 %. */
    public static final int OVERDUE_PERMILLE = 1300;

    private static final int PERCENT_DIGITS = 6;
    private static final long PERMILLE = 1000;
    private static final Pattern DECIMAL = Pattern.compile("[0-9]+(\\.[0-9]+)?");

    /**
     * A rate of that many units.
     *
     * @throws IllegalArgumentException when negative
     */
    public AnnualRate {
        if (units < 0) {
            throw new IllegalArgumentException("a rate is never negative: " + units);
        }
    }

    /**
     * The rate that a decision prints, in % a year with a decimal point. Example: {@code ofPercent("6.24").units()} is
     * 6 240 000; {@code "7.9248"} gives 7 924 800.
     *
     * @param percent digits, with at most six of them (not counting zeros at the end) after a decimal point
     * @throws IllegalArgumentException when it is not such a number, or not a whole number of units
     */
    public static AnnualRate ofPercent(String percent) {
        if (!DECIMAL.matcher(percent).matches()) {
            throw new IllegalArgumentException("not a rate in % a year: " + percent);
        }
        try {
            return new AnnualRate(
                    new BigDecimal(percent).movePointRight(PERCENT_DIGITS).longValueExact());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("not a whole number of 10^-8 a year: " + percent, e);
        }
    }

    /** The rate in % a year, exact, without zeros at the end. Example: 6 240 000 units give "6.24"; 0 gives "0". */
    public String percent() {
        return BigDecimal.valueOf(units, PERCENT_DIGITS).stripTrailingZeros().toPlainString();
    }

    /**
     * This rate times so many thousandths, exact. Example: 7.9248 % {@code .times(1300)} is 10.30224 %; 6.24 %
     * {@code .times(1200)}, the near-poor rate, is 7.488 %.
     *
     * @param permille thousandths, not negative: 1300 is 130 %
     * @throws ArithmeticException when the product is not a whole number of units, or leaves the range
     * @throws IllegalArgumentException when {@code permille} is negative and this rate is not zero
     */
    public AnnualRate times(int permille) {
        long product = Math.multiplyExact(units, (long) permille);
        if (product % PERMILLE != 0) {
            throw new ArithmeticException(percent() + " % × " + permille + "/1000 is not a whole number of 10^-8");
        }
        return new AnnualRate(product / PERMILLE);
    }

    /** By size, the lowest first. */
    @Override
    public int compareTo(AnnualRate other) {
        return Long.compare(units, other.units);
    }
}
