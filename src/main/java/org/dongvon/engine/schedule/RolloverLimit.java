package org.dongvon.engine.schedule;

import java.time.LocalDate;

/**
 * How long a short-term loan may be kept for another cycle of production (cho vay lưu vụ; handbook 4.6 [found], the limits
 * [unsure]): so many more cycles, each as long as the original term, and no more than so many months.
 *
 * <p>Example: one cycle and 12 months: a loan of 8 months for 8 more.
 */
public record RolloverLimit(int cycles, int monthsMax) {

    public RolloverLimit {
        if (cycles < 0 || monthsMax < 0) {
            throw new IllegalArgumentException("a limit is not negative: " + cycles + ", " + monthsMax);
        }
    }

    /** The latest contract date, counted in one go from the day of disbursement. */
    public LocalDate latest(LocalDate disbursed, int termMonths) {
        long more = Math.min((long) termMonths * cycles, monthsMax);
        return disbursed.plusMonths(termMonths + more);
    }
}
