package org.dongvon.engine.interest;

import static org.dongvon.engine.interest.InterestLine.units;

import java.math.BigInteger;
import java.util.List;

/**
 * What is left of the interest of a loan when exactly the rounded đồng have been paid: at most half a đồng, with its
 * sign. It is carried in K and shown, and cleared by a ROUNDING movement when the loan closes.
 *
 * <p>Example: vector I1 owes 256 438.36 đ; paying 256 438 đ leaves 0.36 đ, which is part of the next month's interest.
 * In numerators: 9 360 000 000 000 000 − 256 438 × 36 500 000 000 = 13 000 000 000.
 */
public final class Residue {

    private Residue() {}

    /**
     * What remains of a numerator after its rounded đồng are paid, in đồng × 365 × 10^8: between −18 250 000 000 and
     * 18 250 000 000, both included.
     */
    public static BigInteger of(BigInteger numerator) {
        return numerator.subtract(units(InterestLine.toDong(numerator).amount()));
    }

    /** Whether a numerator is no more than a residue: at most half a đồng, with either sign. */
    public static boolean isResidue(BigInteger numerator) {
        return numerator.abs().shiftLeft(1).compareTo(units(1)) <= 0;
    }

    /**
     * The ROUNDING movement of a loan that closes: the ΔK of each part, in đồng × 365 × 10^8, after which nothing is
     * owed on any of them. Single parts may stand off by more than the whole: the loan is rounded once.
     *
     * @param numerators what each part of the loan owes on the day it closes
     * @throws IllegalArgumentException when together they are more than a residue: interest is still owed, or overpaid
     */
    public static List<BigInteger> clearing(List<BigInteger> numerators) {
        var total = numerators.stream().reduce(BigInteger.ZERO, BigInteger::add);
        if (!isResidue(total)) {
            throw new IllegalArgumentException("more than half a đồng is left, as a numerator: " + total);
        }
        return numerators.stream().map(BigInteger::negate).toList();
    }
}
