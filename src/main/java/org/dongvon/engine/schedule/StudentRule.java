package org.dongvon.engine.schedule;

import java.time.LocalDate;

/**
 * How a student's course and service in the army make the dates of the loan ({@link StudentTerm}; QĐ 157/2007/QĐ-TTg): the
 * first due date waits so many months after the course; a course of up to a year is repaid in a multiple of its
 * disbursement period.
 *
 * <p>Example: a course from 01/09/2026 to 01/09/2027 lasts 12 months, so that it is repaid in twice its disbursement
 * period; one to 02/09/2027 in once.
 *
 * @param waitMonths after the end of the course: 12
 * @param shortCourseMonths a course of at most so many months is short: 12
 * @param shortCourseTimes how many times its disbursement period a short course is repaid in: 2
 */
public record StudentRule(int waitMonths, int shortCourseMonths, int shortCourseTimes) {

    public StudentRule {
        if (waitMonths < 0 || shortCourseMonths < 0 || shortCourseTimes < 1) {
            throw new IllegalArgumentException(
                    "a rule of no time: " + waitMonths + ", " + shortCourseMonths + ", " + shortCourseTimes);
        }
    }

    /**
     * The dates of a loan first paid out on a day. Service in the army adds its months to the wait [unsure: that it adds
     * is found, not where].
     *
     * @param serviceMonths in the army, 0 for most
     * @throws IllegalArgumentException when the course does not end after it starts and after the first payment
     */
    public StudentTerm term(LocalDate firstDisbursed, LocalDate courseStarts, LocalDate courseEnds, int serviceMonths) {
        if (!courseEnds.isAfter(courseStarts)) {
            throw new IllegalArgumentException("a course ends after it starts: " + courseStarts + ", " + courseEnds);
        }
        boolean isShort = !courseEnds.isAfter(courseStarts.plusMonths(shortCourseMonths));
        int times = isShort ? shortCourseTimes : 1;
        return new StudentTerm(firstDisbursed, courseEnds, times, Math.addExact(waitMonths, serviceMonths));
    }
}
