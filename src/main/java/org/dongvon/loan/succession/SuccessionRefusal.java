package org.dongvon.loan.succession;

import org.dongvon.shared.Refusal;

/** Why a loan did not pass to another borrower. */
public enum SuccessionRefusal implements Refusal {
    SUCCESSION_BORROWER_IS_THERE(Kind.RULE),
    SUCCESSION_UNKNOWN_HOUSEHOLD(Kind.INPUT),
    SUCCESSION_WITHOUT_DELEGATION(Kind.RULE),
    SUCCESSION_ANOTHER_DELEGATE(Kind.RULE),
    SUCCESSION_OTHER_OFFICE(Kind.RULE),
    SUCCESSION_NOT_A_MEMBER(Kind.RULE),
    SUCCESSION_EVIDENCE_MISSING(Kind.INPUT),
    SUCCESSION_EVIDENCE_TOO_LONG(Kind.INPUT),
    SUCCESSION_PROGRAMMES_EXCLUDE(Kind.RULE),
    SUCCESSION_ABOVE_CAP(Kind.RULE),
    SUCCESSION_MONEY_WITH_HEAD(Kind.RULE),
    SUCCESSION_DEPOSIT_STAYS(Kind.RULE),
    SUCCESSION_MOVED_TODAY(Kind.RULE);

    private final Kind kind;

    SuccessionRefusal(Kind kind) {
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
