package org.dongvon.engine.schedule;

import java.time.LocalDate;

/**
 * How far a loan may be extended (gia hạn nợ; handbook 4.6 [found]): a short-term loan by so many months, a longer one by a
 * share of its original term, in whole months rounded down. Extensions add up.
 *
 * <p>Example: 48 months and 50 percent give 24 months; 12 months give the 12 months of short-term loans.
 *
 * @param shortTermMonths the most for a loan of at most {@value #SHORT_TERM} months
 * @param percent of the original term, for a longer one
 */
public record ExtensionLimit(int shortTermMonths, int percent) {

    /** A loan of at most so many months is short-term (cho vay ngắn hạn). */
    public static final int SHORT_TERM = 12;

    private static final int WHOLE = 100;

    public ExtensionLimit {
        if (shortTermMonths < 0 || percent < 0) {
            throw new IllegalArgumentException("a limit is not negative: " + shortTermMonths + ", " + percent);
        }
    }

    /** The most months that a loan of this term is extended by, all extensions together. */
    public int months(int termMonths) {
        return termMonths <= SHORT_TERM ? shortTermMonths : termMonths * percent / WHOLE;
    }

    /**
     * The latest contract date that the last instalment may move to, counted in one go from the day of disbursement, so that
     * the end of a month does not drift. Example: paid out on 31/08/2024 for 6 months, 12 more give 28/02/2026.
     */
    public LocalDate latest(LocalDate disbursed, int termMonths) {
        return disbursed.plusMonths((long) termMonths + months(termMonths));
    }
}
