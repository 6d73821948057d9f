package org.dongvon.engine.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Counts working days (ngày làm việc): Monday to Friday, but the days off, and the Saturdays worked for them.
 *
 * <p>Example: without special days, the third working day after Thursday 21/11/2024 is Tuesday 26/11/2024. With 29/04,
 * 30/04 and 01/05/2024 off and Saturday 04/05 worked, the third after Friday 26/04/2024 is that Saturday.
 *
 * @param off the weekdays on which nobody works, such as public holidays
 * @param worked the days of weekends on which people work
 */
public record WorkingDays(Set<LocalDate> off, Set<LocalDate> worked) {

    public WorkingDays {
        off = Set.copyOf(off);
        worked = Set.copyOf(worked);
    }

    /** Whether people work on this day. */
    public boolean isWorkingDay(LocalDate day) {
        boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? worked.contains(day) : !off.contains(day);
    }

    /**
     * The working day that comes so many working days after a day; the day itself does not count, whether one works on it
     * or not.
     *
     * @param day any day
     * @param count at least 1
     * @throws IllegalArgumentException when the count is less
     */
    public LocalDate after(LocalDate day, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("count " + count);
        }
        var next = day;
        for (int counted = 0; counted < count; ) {
            next = next.plusDays(1);
            if (isWorkingDay(next)) {
                counted++;
            }
        }
        return next;
    }
}
