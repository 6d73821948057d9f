package org.dongvon.engine.calendar;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The fixed day of the month on which a transaction point holds its session ("ngày giao dịch xã"). In a month that is
 * too short the session is on its last day.
 *
 * <p>Example: day 31 is 31/01, 28/02 (29/02 in a leap year), 31/03, 30/04. Source: practice, handbook 4.4 [found,
 * GODAU]. This is the nominal day; a session that is moved or cancelled is the point's calendar, not this.
 *
 * @param dayOfMonth 1 to 31
 */
public record SessionDay(int dayOfMonth) {

    private static final int LAST = 31;

    /**
     * A session on that day of each month.
     *
     * @throws IllegalArgumentException when it is not from 1 to 31
     */
    public SessionDay {
        if (dayOfMonth < 1 || dayOfMonth > LAST) {
            throw new IllegalArgumentException("a session day is from 1 to 31: " + dayOfMonth);
        }
    }

    /** The session of that month. Example: day 31 in February 2030 is 2030-02-28. */
    public LocalDate inMonth(YearMonth month) {
        return month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
    }

    /** The last session on or before a day. Example: day 25 and 2032-08-04 give 2032-07-25; 2032-07-25 gives itself. */
    public LocalDate lastOnOrBefore(LocalDate day) {
        var month = YearMonth.from(day);
        var session = inMonth(month);
        return session.isAfter(day) ? inMonth(month.minusMonths(1)) : session;
    }

    /** The last session strictly before a day. Example: day 25 and 2032-07-25 give 2032-06-25. */
    public LocalDate lastBefore(LocalDate day) {
        return lastOnOrBefore(day.minusDays(1));
    }

    /** The first session strictly after a day. Example: day 25 and 2032-07-25 give 2032-08-25. */
    public LocalDate firstAfter(LocalDate day) {
        var month = YearMonth.from(day);
        var session = inMonth(month);
        return session.isAfter(day) ? session : inMonth(month.plusMonths(1));
    }
}
