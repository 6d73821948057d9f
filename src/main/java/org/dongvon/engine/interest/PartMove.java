package org.dongvon.engine.interest;

import java.math.BigInteger;

/**
 * A change of state or of series: principal leaves one part of a loan and enters another on the same value date. It
 * is two movements, each added to the line of its part with {@link InterestLine#plus}.
 *
 * <p>Overdue, its reversal, freezing, rollover at the rate in force, a contract appendix and write-off are all this
 * one thing. Interest that accrued before stays owed on the old part, unless the law says that it moves too:
 * {@link #withInterest}.
 *
 * <p>Example: 10 000 000 đ become overdue on a day when the in-term index is 187 200 000 and the overdue index
 * 243 360 000: {@code of(10_000_000, 187_200_000, 243_360_000)} takes B = −10 000 000 out of the in-term part and
 * adds B = +10 000 000 to the overdue part, which bears 130 % from that day.
 *
 * @param out added to the line of the part that principal leaves
 * @param in added to the line of the part that it enters
 */
public record PartMove(InterestLine out, InterestLine in) {

    /**
     * The move of principal from one part to another.
     *
     * @param principal in đồng, that leaves and enters
     * @param outIndex the index of the part it leaves, on the value date
     * @param inIndex the index of the part it enters, on the value date
     */
    public static PartMove of(long principal, long outIndex, long inIndex) {
        return new PartMove(
                InterestLine.ZERO.movePrincipal(Math.negateExact(principal), outIndex),
                InterestLine.ZERO.movePrincipal(principal, inIndex));
    }

    /**
     * This move, with interest that goes along: K leaves one part and enters the other. The loan's total does not
     * change by it.
     *
     * @param numerator in đồng × 365 × 10^8
     */
    public PartMove withInterest(BigInteger numerator) {
        return new PartMove(out.addConstant(numerator.negate()), in.addConstant(numerator));
    }

    /**
     * The move back, with the value date of this one: as if it had never been. Posted before a payment whose value
     * date is before the day on which its part became overdue.
     */
    public PartMove reversed() {
        return new PartMove(out.negate(), in.negate());
    }
}
