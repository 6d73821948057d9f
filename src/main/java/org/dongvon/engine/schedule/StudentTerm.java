package org.dongvon.engine.schedule;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * The dates of a student's loan (QĐ 157/2007/QĐ-TTg): principal and interest first fall due 12 months after the end of
 * the course, and are repaid within the length of the disbursement period, or twice it for a course of up to a year.
 *
 * <p>Example (handbook 4.4 [found, GODAU]): first paid out 25/09/2026, course ends 28/02/2029: a disbursement period
 * of 888 days, both ends counted; first instalment 28/02/2030, final 28/02/2030 + 888 days = 04/08/2032.
 *
 * @param firstDisbursed the first day of the disbursement period
 * @param courseEnds its last day, after the first
 * @param times how many times the disbursement period the repayment lasts: 1, or 2 for a course of up to a year
 * @param waitMonths months between the end of the course and the first due date: 12, and those of a service in the army
 */
public record StudentTerm(LocalDate firstDisbursed, LocalDate courseEnds, int times, int waitMonths) {

    private static final int WAIT_MONTHS = 12;

    /**
     * A term with those dates.
     *
     * @throws IllegalArgumentException when the course does not end after the first disbursement, times is under 1, or
     *     the wait is negative
     */
    public StudentTerm {
        if (!courseEnds.isAfter(firstDisbursed) || times < 1 || waitMonths < 0) {
            throw new IllegalArgumentException("a course ends after it is first paid for: " + firstDisbursed + ", "
                    + courseEnds + ", " + times + ", " + waitMonths);
        }
    }

    /** A term with the wait of 12 months. */
    public StudentTerm(LocalDate firstDisbursed, LocalDate courseEnds, int times) {
        this(firstDisbursed, courseEnds, times, WAIT_MONTHS);
    }

    /** The first day on which principal and interest are due: 12 months after the course ends, or later after service. */
    public LocalDate firstDue() {
        return courseEnds.plusMonths(waitMonths);
    }

    /** The contract's final date. Example: 28/02/2030 + 888 days = 04/08/2032. */
    public LocalDate finalDue() {
        long period = ChronoUnit.DAYS.between(firstDisbursed, courseEnds) + 1;
        return firstDue().plusDays(Math.multiplyExact(period, (long) times));
    }

    /** The term in whole months: disbursement, wait, repayment. Example: 29 + 12 + 29 = 70. */
    public long months() {
        long period = ChronoUnit.MONTHS.between(firstDisbursed, courseEnds);
        return period + waitMonths + Math.multiplyExact(period, (long) times);
    }

    /**
     * The contract dates of the instalments: the first due date, every interval after it, and the final date. Example:
     * every 12 months 28/02/2030, 28/02/2031, 28/02/2032, 04/08/2032.
     *
     * @param interval months between instalments, at least 1; 12 since 1/1/2025
     * @throws IllegalArgumentException when the interval is under 1
     */
    public List<LocalDate> contractDates(int interval) {
        if (interval < 1) {
            throw new IllegalArgumentException("the interval is at least a month: " + interval);
        }
        var dates = new ArrayList<LocalDate>();
        for (long month = 0; firstDue().plusMonths(month).isBefore(finalDue()); month += interval) {
            dates.add(firstDue().plusMonths(month));
        }
        dates.add(finalDue());
        return List.copyOf(dates);
    }
}
