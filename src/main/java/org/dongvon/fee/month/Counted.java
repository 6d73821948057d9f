package org.dongvon.fee.month;

import java.math.BigInteger;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;

/**
 * What the journals of a month say for one line.
 *
 * @param base {@code INTEREST} or {@code AVERAGE}
 * @param interest collected, less what was taken back
 * @param balanceDays đồng × days
 * @param yearly the rate at which the interest was collected, units of 1e-8
 */
public record Counted(String base, Dong interest, BigInteger balanceDays, long yearly, int days) {

    public boolean isInterest() {
        return base.equals("INTEREST");
    }

    public AnnualRate rate() {
        return new AnnualRate(yearly);
    }
}
