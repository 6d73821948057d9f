package org.dongvon.report.worklist;

import java.time.LocalDate;

/**
 * The days by which lists look back and ahead, from the reader's open day; docs/domain/work-lists.md.
 *
 * <p>Example: on 31/05/2026 the same day three months ago is 28/02/2026, and next month is 01/06 to before 01/07.
 */
record ListDays(LocalDate today) {

    /** The same day of an earlier month, or its last. */
    LocalDate sameDay(int monthsAgo) {
        return today.minusMonths(monthsAgo);
    }

    /** The first day of the next month. */
    LocalDate nextMonth() {
        return today.withDayOfMonth(1).plusMonths(1);
    }

    /** The first day after it. */
    LocalDate afterNextMonth() {
        return nextMonth().plusMonths(1);
    }

    /** By when the due list of the next month is ready. */
    LocalDate dueListReady(int daysAhead) {
        return nextMonth().minusDays(daysAhead);
    }
}
