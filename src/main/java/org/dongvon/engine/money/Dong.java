package org.dongvon.engine.money;

/** An amount of whole đồng. */
public record Dong(long amount) implements Comparable<Dong> {

    /** Nothing. */
    public static final Dong ZERO = new Dong(0);

    /** The sum. */
    public Dong plus(Dong other) {
        return new Dong(Math.addExact(amount, other.amount));
    }

    /** The difference. */
    public Dong minus(Dong other) {
        return new Dong(Math.subtractExact(amount, other.amount));
    }

    public boolean isPositive() {
        return amount > 0;
    }

    public boolean isNegative() {
        return amount < 0;
    }

    @Override
    public int compareTo(Dong other) {
        return Long.compare(amount, other.amount);
    }
}
