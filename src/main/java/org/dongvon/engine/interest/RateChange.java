package org.dongvon.engine.interest;

import java.time.LocalDate;

/**
 * A dated row of a rate series: from that day on, these are the rates.
 *
 * <p>Example: QĐ 2553/QĐ-TTg cut the poor-household rate for existing loans too: from 2025-12-01 6.24 %, overdue
 * 8.112 %.
 *
 * @param from the first day that bears the rates
 * @param inTerm of principal in term
 * @param overdue of overdue principal: the row's own, so a programme may differ from 130 %
 */
public record RateChange(LocalDate from, AnnualRate inTerm, AnnualRate overdue) {

    /**
     * A row whose overdue rate is 130 % of the in-term rate. Example: 7.9248 % gives 10.30224 %.
     *
     * @throws ArithmeticException when 130 % is not a whole number of 10^-8 a year
     */
    public static RateChange of(LocalDate from, AnnualRate inTerm) {
        return new RateChange(from, inTerm, inTerm.times(AnnualRate.OVERDUE_PERMILLE));
    }

    /** The rate of a part: zero for frozen and written-off principal. */
    public AnnualRate rate(Part part) {
        return switch (part) {
            case IN_TERM -> inTerm;
            case OVERDUE -> overdue;
            case FROZEN, WRITTEN_OFF -> AnnualRate.ZERO;
        };
    }
}
