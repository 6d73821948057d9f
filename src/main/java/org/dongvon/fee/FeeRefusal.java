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
    SPLIT_NOT_WHOLE(Kind.INPUT),
    /** {0} the contract, {1} the month's last day. */
    NO_DISTRIBUTION_RULE(Kind.RULE),
    /** {0} the contract, {1} the offices. */
    OFFICES_BEYOND_SCOPE(Kind.RULE),
    /** {0} the month, {1} the office that is not through with it. */
    INTEREST_MONTH_OPEN(Kind.RULE),
    /** {0} the contract, {1} the last month distributed. */
    DISTRIBUTED_ALREADY(Kind.RULE),
    /** {0} the month, {1} the month whose turn it is. */
    DISTRIBUTION_OUT_OF_ORDER(Kind.RULE),
    /** {0} the month, {1} the day of signing. */
    MONTH_BEFORE_CONTRACT(Kind.RULE),
    /** {0} the contract, {1} the month. */
    NOT_DISTRIBUTED(Kind.RULE),
    /** {0} what was added, {1} what of it lies idle. */
    ADDED_NOT_IDLE(Kind.RULE),
    /** {0} the month of a contract. */
    DISTRIBUTION_CHANGED(Kind.RULE),
    PROVISION_OUTSIDE(Kind.INPUT),
    /** {0} the contract, {1} the number. */
    UNKNOWN_BOARD_PAYMENT(Kind.MISSING),
    /** {0} the longest name, {1} the longest paper. */
    BOARD_WORDS(Kind.INPUT),
    /** {0} what is asked for, {1} what is owed. */
    MORE_THAN_BOARDS_ARE_OWED(Kind.RULE),
    /** {0} the contract, {1} the number. */
    BOARD_PAYMENT_TAKEN_BACK(Kind.RULE),
    /** {0} what the month gave the boards, {1} what is not paid out. */
    BOARDS_PAID_ALREADY(Kind.RULE);

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
