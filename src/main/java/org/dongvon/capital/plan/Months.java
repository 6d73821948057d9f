package org.dongvon.capital.plan;

import java.time.LocalDate;
import java.util.stream.IntStream;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.shared.Refused;

/**
 * The months of a year for which a decision holds, both included.
 *
 * <p>Example: 5 and 12 are May to December.
 */
public record Months(int from, int through) {

    private static final int LAST = 12;

    /** @throws Refused {@link CapitalRefusal#PLAN_MONTHS_UNREADABLE} */
    public Months {
        if (from < 1 || from > through || through > LAST) {
            throw new Refused(CapitalRefusal.PLAN_MONTHS_UNREADABLE, from, through);
        }
    }

    /** From the month that is open to the end of the year, or the whole of a later year. */
    static Months leftOf(int year, LocalDate today) {
        return new Months(year == today.getYear() ? today.getMonthValue() : 1, LAST);
    }

    IntStream all() {
        return IntStream.rangeClosed(from, through);
    }

    /**
     * Refuses what is over: a target of a month that has ended stays.
     *
     * @throws Refused {@link CapitalRefusal#PLAN_YEAR_OUTSIDE}, {@link CapitalRefusal#PLAN_MONTH_OVER}
     */
    void requireOpen(int year, LocalDate today) {
        if (year != today.getYear() && year != today.getYear() + 1) {
            throw new Refused(
                    CapitalRefusal.PLAN_YEAR_OUTSIDE, Integer.toString(year), Integer.toString(today.getYear()));
        }
        if (year == today.getYear() && from < today.getMonthValue()) {
            throw new Refused(CapitalRefusal.PLAN_MONTH_OVER, from, today.getMonthValue());
        }
    }
}
