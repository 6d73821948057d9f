package org.dongvon.engine.interest;

import java.math.BigInteger;
import java.util.List;

/**
 * The correction that a retroactive rate row asks for: a row dated before value dates that are already posted.
 *
 * <p>A movement wrote K −= ΔB × index(v) with the index as it was; the new row changes index(v) for every v after its
 * date. So each part that moved since gets one correcting movement; a part that did not move since needs none, because
 * its line over the new index is already right. A movement on the row's own date needs none either: the index counts
 * the days before.
 *
 * <p>Interest taken and interest moved between parts are amounts and stay as they were; what was taken too much shows
 * as a numerator below zero, to be set off or refunded.
 *
 * <p>Example: 6.6 % until a row of 6.24 % is entered on 20/12 with the date 01/12; 10 000 000 đ repaid on 11/12 had
 * index(11/12) too high by 10 × 360 000, so ΔK = −10 000 000 × 3 600 000 (ΔB is −10 000 000 and the index fell).
 */
public final class RetroactiveRate {

    private RetroactiveRate() {}

    /**
     * What to add to K of one part, in đồng × 365 × 10^8: −Σ ΔB × (new index − old index) over its movements.
     *
     * @param part the part, whose index it is
     * @param before the series as it was when the movements were posted
     * @param after the series with the retroactive row
     * @param movements of principal of that part; those on or before the row's date count nothing
     * @throws IllegalArgumentException when a movement is before the first day of either series
     */
    public static BigInteger correction(
            Part part, RateSeries before, RateSeries after, List<PrincipalMovement> movements) {
        var sum = BigInteger.ZERO;
        for (var movement : movements) {
            long change = Math.subtractExact(
                    after.index(part, movement.valueDate()), before.index(part, movement.valueDate()));
            sum = sum.subtract(BigInteger.valueOf(movement.delta()).multiply(BigInteger.valueOf(change)));
        }
        return sum;
    }
}
