package org.dongvon.programme;

/**
 * A fraction of a number of people, as a rule says it: {@code 2/3}.
 *
 * <p>Example: two thirds of 35 members are {@code new Fraction(2, 3).fewest(35)}, 24 members; 12 votes of 24 compare as 0
 * to 1/2 and are no majority.
 *
 * @param over at least 1
 * @param under at least {@code over}
 */
public record Fraction(int over, int under) {

    /** The fraction; {@link IllegalArgumentException} when it is more than the whole or none at all. */
    public Fraction {
        if (over < 1 || over > under) {
            throw new IllegalArgumentException(over + "/" + under);
        }
    }

    static Fraction of(String rule) {
        int slash = rule.indexOf('/');
        return new Fraction(Integer.parseInt(rule.substring(0, slash)), Integer.parseInt(rule.substring(slash + 1)));
    }

    /** Below 0 when the part is less than this fraction of the whole, 0 when it is just that, above when it is more. */
    public int compare(int part, int whole) {
        return Long.compare((long) part * under, (long) whole * over);
    }

    /** The fewest that reach it. */
    public int fewest(int whole) {
        return Math.toIntExact(Math.ceilDiv((long) whole * over, under));
    }

    /** As a rule says it. */
    @Override
    public String toString() {
        return over + "/" + under;
    }
}
