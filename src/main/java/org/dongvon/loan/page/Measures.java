package org.dongvon.loan.page;

import java.time.LocalDate;
import org.dongvon.programme.TermBook;
import org.dongvon.programme.TermCode;

/**
 * What a loan's programme allows to be done with it, beside what all loans have.
 *
 * @param course whether its interest waits for the end of a course (students)
 * @param rollover whether it may be kept for another cycle, if it is short-term
 */
record Measures(boolean course, boolean rollover) {

    static Measures of(TermBook terms, String programme, LocalDate day) {
        return new Measures(
                is(terms, programme, TermCode.INTEREST_WHEN, day, "DEFERRED"),
                is(terms, programme, TermCode.ROLLOVER, day, "SHORT_TERM"));
    }

    private static boolean is(TermBook terms, String programme, TermCode code, LocalDate day, String value) {
        return terms.find(programme, code, day)
                .filter(rule -> rule.value().equals(value))
                .isPresent();
    }
}
