package org.dongvon.supervision.cases;

import org.dongvon.shared.Refusal;

/** Why a case of money lost was not opened, continued or closed. */
public enum CaseRefusal implements Refusal {
    UNKNOWN_CASE(Kind.MISSING),
    CASE_DAY_AHEAD(Kind.INPUT),
    CASE_OF_NOTHING(Kind.INPUT),
    CASE_TEXT_LENGTH(Kind.INPUT),
    CASE_LOAN_NOT_OF_GROUP(Kind.RULE),
    CASE_RECOVERED_TOO_MUCH(Kind.RULE),
    CASE_NOT_RECOVERED(Kind.RULE),
    CASE_CLOSED(Kind.RULE),
    CASE_MOVED_MEANWHILE(Kind.RULE);

    private final Kind kind;

    CaseRefusal(Kind kind) {
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
