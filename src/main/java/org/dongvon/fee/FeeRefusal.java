package org.dongvon.fee;

import org.dongvon.shared.Refusal;

/** Why a fee or a commission was not computed, approved, paid or taken back. */
public enum FeeRefusal implements Refusal {
    UNKNOWN_MONTH(Kind.MISSING),
    MONTH_NOT_OVER(Kind.RULE),
    MONTH_OUT_OF_ORDER(Kind.RULE),
    MONTH_APPROVED(Kind.RULE),
    MONTH_NOT_APPROVED(Kind.RULE),
    MONTH_NOT_LAST(Kind.RULE),
    MONTH_HAS_PAYMENTS(Kind.RULE),
    COMPUTED_MEANWHILE(Kind.RULE),
    UNKNOWN_DUE(Kind.MISSING),
    DUE_NOT_CHOSEN(Kind.INPUT),
    ALREADY_PAID(Kind.RULE),
    NO_DEPOSIT_OF_HEAD(Kind.RULE),
    NOTHING_OWED(Kind.RULE),
    UNKNOWN_PAYMENT(Kind.MISSING),
    ALREADY_TAKEN_BACK(Kind.RULE),
    REASON_MISSING(Kind.INPUT),
    RULE_RETROACTIVE(Kind.RULE),
    RULE_NOT_LAST(Kind.RULE),
    RATE_OUTSIDE(Kind.INPUT),
    BANDS_NOT_IN_ORDER(Kind.INPUT),
    SPLIT_NOT_WHOLE(Kind.INPUT);

    private final Kind kind;

    FeeRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "fee";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
