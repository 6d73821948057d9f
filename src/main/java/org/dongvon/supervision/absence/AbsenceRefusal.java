package org.dongvon.supervision.absence;

import org.dongvon.shared.Refusal;

/** Why a step about a borrower who left was declined. */
public enum AbsenceRefusal implements Refusal {
    ABSENCE_REPORTED_ALREADY(Kind.RULE),
    ABSENCE_NOT_REPORTED(Kind.RULE),
    ABSENCE_LOAN_NOT_RUNNING(Kind.RULE),
    ABSENCE_STEP_UNKNOWN(Kind.INPUT),
    ABSENCE_MEASURE_UNKNOWN(Kind.INPUT),
    ABSENCE_AHEAD(Kind.INPUT),
    ABSENCE_BEFORE_LAST(Kind.INPUT),
    ABSENCE_NOTE(Kind.INPUT);

    private final Kind kind;

    AbsenceRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "supervision";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
