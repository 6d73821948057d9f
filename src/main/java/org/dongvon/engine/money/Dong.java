package org.dongvon.engine.money;

/**
 * An amount of whole đồng, the only form of money in this system.
 *
 * <p>The đồng has no parts: every amount that is posted, printed or compared is whole. Fractions exist only inside the
 * calculation of interest ({@code InterestLine}) and are rounded once, when money is posted. Amounts may be negative
 * (a difference, a refund); rules that forbid it check {@link #isNegative()}.
 *
 * <p>Range: a {@code long}, 9.2 × 10^18 đồng, a million times what the bank lends. Every operation that would leave
 * the range throws {@link ArithmeticException}; nothing wraps around.
 *
 * <p>Example: {@code Dong.of(13_300_000).times(2).plus(Dong.of(13_400_000))} is 40 000 000 đ.
 *
 * @param amount the number of đồng
 */
public record Dong(long amount) implements Comparable<Dong> {

    /** Nothing. */
    public static final Dong ZERO = new Dong(0);

    /** The amount of that many đồng. Example: {@code Dong.of(256_438)}. */
    public static Dong of(long amount) {
        return amount == 0 ? ZERO : new Dong(amount);
    }

    /**
     * The sum of many amounts; {@link #ZERO} for none. Example: 13.3 + 13.3 + 13.4 million = 40 million.
     *
     * @throws ArithmeticException when a partial sum leaves the range
     */
    public static Dong sum(Iterable<Dong> amounts) {
        long total = 0;
        for (var each : amounts) {
            total = Math.addExact(total, each.amount);
        }
        return of(total);
    }

    /**
     * The sum of two. Example: 256 438 + 1 = 256 439.
     *
     * @throws ArithmeticException when it leaves the range
     */
    public Dong plus(Dong other) {
        return of(Math.addExact(amount, other.amount));
    }

    /**
     * The difference, negative when {@code other} is more. Example: 100 − 250 = −150.
     *
     * @throws ArithmeticException when it leaves the range
     */
    public Dong minus(Dong other) {
        return of(Math.subtractExact(amount, other.amount));
    }

    /**
     * That many times this amount. Example: 4 000 000 × 10 = 40 000 000.
     *
     * @throws ArithmeticException when it leaves the range
     */
    public Dong times(long factor) {
        return of(Math.multiplyExact(amount, factor));
    }

    /**
     * The same amount with the other sign: what a reversal posts. Example: 50 000 becomes −50 000.
     *
     * @throws ArithmeticException for {@link Long#MIN_VALUE}, which has no opposite
     */
    public Dong negate() {
        return of(Math.negateExact(amount));
    }

    /**
     * The amount without its sign. Example: −50 000 becomes 50 000.
     *
     * @throws ArithmeticException for {@link Long#MIN_VALUE}, which has no opposite
     */
    public Dong abs() {
        return isNegative() ? negate() : this;
    }

    /** The smaller of two; this one when they are equal. Example: what a payment covers, {@code paid.min(owed)}. */
    public Dong min(Dong other) {
        return amount <= other.amount ? this : other;
    }

    /** The larger of two; this one when they are equal. Example: never below nothing, {@code owed.max(Dong.ZERO)}. */
    public Dong max(Dong other) {
        return amount >= other.amount ? this : other;
    }

    /** Whether this is nothing. Example: true for 0, false for −1. */
    public boolean isZero() {
        return amount == 0;
    }

    /** Whether this is more than nothing. Example: true for 1, false for 0. */
    public boolean isPositive() {
        return amount > 0;
    }

    /** Whether this is less than nothing. Example: true for −1, false for 0. */
    public boolean isNegative() {
        return amount < 0;
    }

    /** Whether this is more than {@code other}. Example: 2 is more than 1, 1 is not more than 1. */
    public boolean isMoreThan(Dong other) {
        return amount > other.amount;
    }

    /** Whether this is less than {@code other}. Example: 1 is less than 2, 1 is not less than 1. */
    public boolean isLessThan(Dong other) {
        return amount < other.amount;
    }

    /** By amount, so that a sorted list runs from the largest debt to the largest sum. */
    @Override
    public int compareTo(Dong other) {
        return Long.compare(amount, other.amount);
    }
}
