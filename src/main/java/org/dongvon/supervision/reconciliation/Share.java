package org.dongvon.supervision.reconciliation;

/**
 * How many loans of a year were reconciled, out of those there are.
 *
 * <p>Example: of 1 001 loans 150 are 14.99 %, so that one is missing to 15 %.
 */
public record Share(long loans, long reconciled) {

    private static final long WHOLE = 100;

    /** How many loans are missing to a target in percent; 0 when it is reached. */
    public long missing(long percent) {
        long asked = Math.ceilDiv(Math.multiplyExact(loans, percent), WHOLE);
        return Math.max(0, asked - reconciled);
    }
}
