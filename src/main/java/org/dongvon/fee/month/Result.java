package org.dongvon.fee.month;

import java.math.BigDecimal;
import org.dongvon.engine.money.Dong;

/**
 * What a line comes to.
 *
 * @param balance the balance that the rate applies to, rounded for people
 * @param rate units of 1e-8 a month
 * @param share percent of the fee that is paid
 */
public record Result(Dong balance, long rate, int share, Fraction exact, Dong amount) {

    private static final int DECIMALS_OF_PERCENT = 6;

    /** The rate as a percentage: 0.032. */
    public BigDecimal percent() {
        return BigDecimal.valueOf(rate, DECIMALS_OF_PERCENT).stripTrailingZeros();
    }
}
