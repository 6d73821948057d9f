package org.dongvon.engine.interest;

import java.math.BigInteger;
import org.dongvon.engine.money.Dong;

/**
 * The interest of one part of a loan, as a line over its series' index: owed at t = K + B × index(t).
 *
 * <p>B is the principal in đồng; K and what is owed are <em>numerators</em>, in đồng × 365 × 10^8
 * ({@link #UNITS_PER_DONG}), exact to the last unit. They become đồng by one division, HALF_UP, when money is posted,
 * so a result does not depend on how a period is cut (TT 14/2017/TT-NHNN; the rounding is the handbook's 4.1).
 *
 * <p>Movements only add to B and K: they commute, an event that arrives late needs no replay, and the sum of the
 * lines of many loans of one series is a line too. A movement is therefore itself a line, and
 * {@link #negate()} of it is its reversal.
 *
 * <p>Example: 60 000 000 đ at 6.24 % for 10 days, then 40 000 000 đ for 20 days (handbook I5): with the index 0,
 * 62 400 000 and 187 200 000 on the three days,
 * {@code ZERO.movePrincipal(60_000_000, 0).movePrincipal(-20_000_000, 62_400_000).owedAt(187_200_000)} is 239 342 đ.
 *
 * <p>Range: K and every numerator stay under 10^38 in size ({@code numeric(38,0)}, 128 bits); past it every method
 * throws {@link ArithmeticException}. B may be negative: a movement, or a sum of movements that arrived out of order.
 *
 * @param principal B, in đồng
 * @param constant K, in đồng × 365 × 10^8
 */
public record InterestLine(long principal, BigInteger constant) {

    /** What one đồng is in a numerator: 365 × 10^8. */
    public static final long UNITS_PER_DONG = 36_500_000_000L;

    private static final BigInteger UNITS = BigInteger.valueOf(UNITS_PER_DONG);
    private static final BigInteger LIMIT = BigInteger.TEN.pow(38);

    /** A part in which nothing has moved. Declared after the limit, which its constructor needs. */
    public static final InterestLine ZERO = new InterestLine(0, BigInteger.ZERO);

    /**
     * A line of that principal and constant.
     *
     * @throws ArithmeticException when the constant has more than 38 digits
     */
    public InterestLine {
        inRange(constant);
    }

    /**
     * The line after principal moved: B += delta, K −= delta × index. Example: 50 000 000 đ paid out at index 0 are
     * {@code ZERO.movePrincipal(50_000_000, 0)}.
     *
     * @param delta in đồng: more when paid out or moved into this part, less when repaid or moved out
     * @param index of the part's series on the movement's value date
     * @throws ArithmeticException when B or K leaves its range
     */
    public InterestLine movePrincipal(long delta, long index) {
        var product = BigInteger.valueOf(delta).multiply(BigInteger.valueOf(index));
        return new InterestLine(Math.addExact(principal, delta), constant.subtract(product));
    }

    /**
     * The line after interest was taken: K −= dong × 365 × 10^8, whatever the day. Example: 256 438 đ taken of the
     * 256 438.36 đ of vector I1 leave 0.36 đ.
     *
     * @param dong in đồng; negative when interest is given back (a reversal, a refund of overpaid interest)
     * @throws ArithmeticException when K leaves its range
     */
    public InterestLine takeInterest(long dong) {
        return addConstant(units(dong).negate());
    }

    /**
     * The line with a correction of K: a ROUNDING movement, a retroactive rate, interest that moves with its part.
     *
     * @param delta in đồng × 365 × 10^8
     * @throws ArithmeticException when K leaves its range
     */
    public InterestLine addConstant(BigInteger delta) {
        return new InterestLine(principal, constant.add(delta));
    }

    /**
     * The sum of two lines over the same index: two loans, a loan and a movement, two days of movements.
     *
     * @throws ArithmeticException when B or K leaves its range
     */
    public InterestLine plus(InterestLine other) {
        return new InterestLine(Math.addExact(principal, other.principal), constant.add(other.constant));
    }

    /**
     * The line that undoes this one: {@code line.plus(movement).plus(movement.negate())} is {@code line}.
     *
     * @throws ArithmeticException when the principal is {@link Long#MIN_VALUE}
     */
    public InterestLine negate() {
        return new InterestLine(Math.negateExact(principal), constant.negate());
    }

    /**
     * What is owed, exact: K + B × index, in đồng × 365 × 10^8; below zero when more was taken than was owed.
     *
     * @param index of the part's series on the day
     * @throws ArithmeticException when it has more than 38 digits
     */
    public BigInteger numeratorAt(long index) {
        return inRange(constant.add(BigInteger.valueOf(principal).multiply(BigInteger.valueOf(index))));
    }

    /**
     * What is owed in đồng, rounded HALF_UP: {@link #toDong} of {@link #numeratorAt}. A loan of several parts is not
     * the sum of these: see {@link LoanInterest}. Example: 50 000 000 đ for 30 days at 6.24 % are 256 438 đ.
     *
     * @param index of the part's series on the day
     * @throws ArithmeticException when the numerator has more than 38 digits or the result leaves the range of Dong
     */
    public Dong owedAt(long index) {
        return toDong(numeratorAt(index));
    }

    /**
     * A numerator in đồng: one division, HALF_UP, which at exactly half a đồng goes <em>away from zero</em> for both
     * signs. Example: 0.5 đ is 1 đ, −0.5 đ is −1 đ, 256 438.36 đ is 256 438 đ.
     *
     * @param numerator in đồng × 365 × 10^8
     * @throws ArithmeticException when the result leaves the range of Dong
     */
    public static Dong toDong(BigInteger numerator) {
        if (numerator.bitLength() < Long.SIZE) {
            return toDong(numerator.longValue());
        }
        var parts = numerator.divideAndRemainder(UNITS);
        boolean halfOrMore = parts[1].abs().shiftLeft(1).compareTo(UNITS) >= 0;
        var rounded = halfOrMore ? parts[0].add(BigInteger.valueOf(numerator.signum())) : parts[0];
        return Dong.of(rounded.longValueExact());
    }

    // Up to 252 million đồng, which is nearly always: the same division, without an object for each step.
    private static Dong toDong(long numerator) {
        long rest = Math.abs(numerator % UNITS_PER_DONG);
        long towardsZero = numerator / UNITS_PER_DONG;
        return Dong.of(2 * rest >= UNITS_PER_DONG ? towardsZero + Long.signum(numerator) : towardsZero);
    }

    /** An amount of đồng as a numerator: × 365 × 10^8. Example: 1 đ is 36 500 000 000. */
    public static BigInteger units(long dong) {
        return BigInteger.valueOf(dong).multiply(UNITS);
    }

    private static BigInteger inRange(BigInteger numerator) {
        if (numerator.abs().compareTo(LIMIT) >= 0) {
            throw new ArithmeticException("more than 38 digits: " + numerator);
        }
        return numerator;
    }
}
