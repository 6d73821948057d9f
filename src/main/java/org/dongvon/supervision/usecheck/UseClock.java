package org.dongvon.supervision.usecheck;

import java.time.LocalDate;
import org.dongvon.programme.ParameterBook;
import org.dongvon.programme.ParameterCode;

/**
 * Within how many days of its payment a loan's use is checked, and from which day on the loan is named.
 *
 * <p>Example: 20 and 30 days: a loan paid out on 18/05/2026 is named from 07/06/2026 on; its last day is 17/06/2026.
 *
 * @param alertDays after so many days an unchecked loan is named
 * @param days after so many days it is late
 */
public record UseClock(int alertDays, int days) {

    /** The rule of a day. */
    public static UseClock of(ParameterBook rules, LocalDate day) {
        return new UseClock((int) rules.whole(ParameterCode.USE_CHECK_ALERT_DAYS, day), (int)
                rules.whole(ParameterCode.FIRST_USE_CHECK_DAYS, day));
    }

    /** The last day to check a loan paid out on a day. */
    public LocalDate lastDay(LocalDate disbursedOn) {
        return disbursedOn.plusDays(days);
    }

    /** Whether an unchecked loan is named on a day. */
    public boolean isNamed(LocalDate disbursedOn, LocalDate today) {
        return !today.isBefore(disbursedOn.plusDays(alertDays));
    }

    /** Whether its last day has come or gone. */
    public boolean isLate(LocalDate disbursedOn, LocalDate today) {
        return !today.isBefore(lastDay(disbursedOn));
    }
}
