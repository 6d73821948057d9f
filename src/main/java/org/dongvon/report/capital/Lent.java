package org.dongvon.report.capital;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import org.dongvon.report.Ratios;
import org.jspecify.annotations.Nullable;

/**
 * Loans that were paid out, and their averages. Example: 7 000 million in 140 loans with 140 jobs are 50 million a loan and
 * one job a loan.
 *
 * @param amount in đồng, more than nothing
 * @param households counted once; none where nobody counted them
 * @param averageLoan in đồng, HALF_UP
 * @param householdsPerLoan with two decimals, HALF_UP
 * @param jobsPerLoan likewise
 */
public record Lent(
        long amount,
        long loans,
        @Nullable Long households,
        long jobs,
        long averageLoan,
        @Nullable BigDecimal householdsPerLoan,
        BigDecimal jobsPerLoan) {

    static Lent of(long amount, long loans, @Nullable Long households, long jobs) {
        return new Lent(
                amount,
                loans,
                households,
                jobs,
                loans == 0 ? 0 : times(1, amount, loans),
                households == null ? null : perLoan(households, loans),
                perLoan(jobs, loans));
    }

    /** What an amount does when of a whole amount lent these came; each number is one division, HALF_UP. */
    WhatIf.Made make(long more, long whole) {
        return new WhatIf.Made(
                times(more, loans, whole),
                households == null ? null : Long.valueOf(times(more, households, whole)),
                times(more, jobs, whole));
    }

    /** The part of an amount that stands to it as a part to a whole, cut. */
    static long share(long amount, long part, long whole) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(part))
                .divide(BigInteger.valueOf(whole))
                .longValueExact();
    }

    private static long times(long amount, long count, long whole) {
        return BigDecimal.valueOf(amount)
                .multiply(BigDecimal.valueOf(count))
                .divide(BigDecimal.valueOf(whole), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static BigDecimal perLoan(long count, long loans) {
        return loans == 0
                ? BigDecimal.ZERO
                : Ratios.trimmed(BigDecimal.valueOf(count).divide(BigDecimal.valueOf(loans), 2, RoundingMode.HALF_UP));
    }
}
