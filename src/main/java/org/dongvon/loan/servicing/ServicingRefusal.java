package org.dongvon.loan.servicing;

import org.dongvon.shared.Refusal;

/** Why the term of a loan was not changed. */
public enum ServicingRefusal implements Refusal {
    LAST_INSTALMENT_IS_EXTENDED(Kind.RULE),
    INSTALMENT_NOT_LATER(Kind.INPUT),
    INSTALMENT_BEYOND_NEXT(Kind.RULE),
    INSTALMENT_FALLEN_DUE(Kind.RULE),
    INSTALMENT_PAID(Kind.RULE),
    REQUEST_TOO_LATE(Kind.RULE),
    UNKNOWN_INSTALMENT(Kind.MISSING),
    EXTENSION_NOT_LATER(Kind.INPUT),
    EXTENSION_TOO_LONG(Kind.RULE),
    EXTENSION_NOT_OF_PROGRAMME(Kind.RULE),
    LOAN_IS_OVERDUE(Kind.RULE),
    ROLLOVER_NOT_OF_PROGRAMME(Kind.RULE),
    ROLLOVER_SHORT_TERM_ONLY(Kind.RULE),
    ROLLOVER_TOO_LONG(Kind.RULE),
    NOT_A_STUDENT_LOAN(Kind.RULE),
    COURSE_ENDS_BEFORE_IT_STARTS(Kind.INPUT),
    COURSE_ENDS_BEFORE_LOAN(Kind.INPUT),
    SERVICE_TOO_LONG(Kind.INPUT),
    STUDENT_LOAN_FALLEN_DUE(Kind.RULE),
    STUDENT_FIRST_DUE_PASSED(Kind.RULE);

    private final Kind kind;

    ServicingRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "loan";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
