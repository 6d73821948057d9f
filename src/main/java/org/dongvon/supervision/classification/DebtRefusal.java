package org.dongvon.supervision.classification;

import org.dongvon.shared.Refusal;

/** Why a step of the classification of debts was declined. */
public enum DebtRefusal implements Refusal {
    UNKNOWN_DEBT_ROUND(Kind.MISSING),
    UNKNOWN_DEBT(Kind.MISSING),
    DEBTS_TAKEN_ALREADY(Kind.RULE),
    DEBTS_NONE(Kind.RULE),
    DEBT_TEXT_LENGTH(Kind.INPUT),
    DEBT_CLASS_UNKNOWN(Kind.INPUT),
    DEBT_CAUSE_UNKNOWN(Kind.INPUT),
    DEBT_MEASURE_UNKNOWN(Kind.INPUT),
    DEBT_DAY_AHEAD(Kind.INPUT),
    DEBT_DAY_BEFORE_ROUND(Kind.INPUT),
    DEBT_SIGNED(Kind.RULE),
    DEBT_NOT_CLOSED(Kind.RULE),
    DEBTS_NOT_CLASSIFIED(Kind.RULE),
    DEBTS_SIGNED_ALREADY(Kind.RULE),
    DEBTS_CLASSIFIED_BY_SIGNER(Kind.RULE),
    DEBT_GROUPS_NOT_SIGNED(Kind.RULE),
    DEBT_COMMUNE_NOT_SIGNED(Kind.RULE),
    DEBTS_TOO_MANY(Kind.RULE);

    private final Kind kind;

    DebtRefusal(Kind kind) {
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
