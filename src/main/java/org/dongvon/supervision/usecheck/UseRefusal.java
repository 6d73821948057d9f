package org.dongvon.supervision.usecheck;

import org.dongvon.shared.Refusal;

/** Why a check of use, or what followed it, was not entered. */
public enum UseRefusal implements Refusal {
    UNKNOWN_USE_SHEET(Kind.MISSING),
    USE_NOTHING_CHECKED(Kind.INPUT),
    USE_CHECKERS_MISSING(Kind.INPUT),
    USE_TEXT_LONG(Kind.INPUT),
    USE_CHECKED_AHEAD(Kind.INPUT),
    USE_CHECKED_BEFORE_LOAN(Kind.RULE),
    USE_LOAN_NOT_OF_GROUP(Kind.RULE),
    USE_NOT_SAID(Kind.INPUT),
    USE_MORE_THAN_LENT(Kind.RULE),
    USE_CAUSE_MISSING(Kind.INPUT),
    USE_HANDLING_MISSING(Kind.INPUT),
    USE_HANDLING_WITHOUT_WRONG(Kind.INPUT),
    USE_NOTHING_TO_RECALL(Kind.RULE),
    USE_RECALLED_ALREADY(Kind.RULE),
    USE_SETTLED_ALREADY(Kind.RULE),
    USE_RECALL_ABOVE_OUTSTANDING(Kind.RULE),
    USE_NOTE_MISSING(Kind.INPUT);

    private final Kind kind;

    UseRefusal(Kind kind) {
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
