package org.dongvon.engine.schedule;

import java.time.LocalDate;
import org.dongvon.engine.calendar.DueRule;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.engine.money.Dong;

/**
 * What a schedule of equal instalments is made from.
 *
 * <p>Example: 40 000 000 đ over 36 months, an instalment every 12, paid out on 15/03/2026, session day 10:
 * {@code new ScheduleTerms(Dong.of(40_000_000), 36, 12, LocalDate.of(2026, 3, 15), new SessionDay(10),
 * DueRule.ON_OR_BEFORE)}.
 *
 * @param amount the principal in đồng, more than 0
 * @param months the term, at least 1
 * @param interval months between instalments, at least 1
 * @param disbursed the day the money was paid out
 * @param sessionDay of the borrower's transaction point
 * @param rule how a contract date becomes a due date
 * @param principalFreeMonths months at the start without an instalment, less than the term: 60 for housing under NĐ
 *     28/2022/NĐ-CP; 0 for most
 */
public record ScheduleTerms(
        Dong amount,
        int months,
        int interval,
        LocalDate disbursed,
        SessionDay sessionDay,
        DueRule rule,
        int principalFreeMonths) {

    /**
     * Those terms.
     *
     * @throws IllegalArgumentException when one is outside of its range
     */
    public ScheduleTerms {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("the amount must be more than 0: " + amount);
        }
        if (months < 1 || interval < 1) {
            throw new IllegalArgumentException("term and interval are at least a month: " + months + ", " + interval);
        }
        if (principalFreeMonths < 0 || principalFreeMonths >= months) {
            throw new IllegalArgumentException(
                    "principal-free months must be less than the term: " + principalFreeMonths + " of " + months);
        }
    }

    /** Terms with instalments from the first interval on. */
    public ScheduleTerms(
            Dong amount, int months, int interval, LocalDate disbursed, SessionDay sessionDay, DueRule rule) {
        this(amount, months, interval, disbursed, sessionDay, rule, 0);
    }
}
