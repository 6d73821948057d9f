package org.dongvon.session;

import org.dongvon.shared.Refusal;

/** Why something in a transaction session was declined; the first that applies is reported. */
public enum SessionRefusal implements Refusal {
    UNKNOWN_SESSION(Kind.MISSING),
    NOT_A_SESSION_DAY(Kind.RULE),
    SESSION_EXISTS(Kind.RULE),
    TEAM_NEEDS_THREE_PEOPLE(Kind.RULE),
    NOT_STAFF_OF_OFFICE(Kind.INPUT),
    /** {0} the person, {1} the other point, {2} the day. */
    TEAM_AT_ANOTHER_POINT(Kind.RULE),
    SESSION_CLOSED(Kind.RULE),
    SESSION_OF_ANOTHER_DAY(Kind.RULE),
    NOT_THE_SESSIONS_TELLER(Kind.FORBIDDEN),
    NOT_THE_SESSIONS_CONTROLLER(Kind.FORBIDDEN),
    SHEET_EMPTY(Kind.INPUT),
    SHEET_TOO_LONG(Kind.INPUT),
    LINE_TWICE(Kind.INPUT),
    AMOUNT_OUT_OF_RANGE(Kind.INPUT),
    REMARK_TOO_LONG(Kind.INPUT),
    REMARK_HOLDS_NUMBER(Kind.INPUT),
    PAYER_INCOMPLETE(Kind.INPUT),
    NO_SESSION_ON_VALUE_DATE(Kind.RULE),
    VALUE_DATE_TOO_FAR_BACK(Kind.RULE),
    LATE_RECEIPT_NEEDS_NOTE(Kind.INPUT),
    LINE_CHANGED(Kind.RULE),
    NO_CONTRACT_FOR_DEPOSITS(Kind.RULE),
    WRONG_GROUP(Kind.RULE),
    PRINCIPAL_THROUGH_GROUP_HEAD(Kind.RULE),
    NOBODY_TO_PAY(Kind.INPUT),
    INTEREST_HIDES_PRINCIPAL(Kind.RULE),
    WITHDRAWAL_BY_NOBODY(Kind.INPUT),
    WITHDRAWAL_NOTHING(Kind.INPUT),
    REFUND_OF_NO_LOAN(Kind.INPUT),
    REFUND_NOTHING(Kind.INPUT),
    WITHDRAWAL_ABOVE_DEPOSIT(Kind.RULE),
    WITHDRAWAL_WHILE_DEBTS_DUE(Kind.RULE),
    WITHDRAWAL_WHILE_LOANS_RUN(Kind.RULE),
    SETTLEMENT_OF_NOTHING(Kind.RULE),
    TERM_DEPOSIT_OF_NOBODY(Kind.INPUT),
    TERM_DEPOSIT_OF_NOTHING(Kind.INPUT),
    NOTHING_TO_DEBIT(Kind.RULE),
    CASH_TOO_LOW(Kind.RULE),
    VAULT_WAY_NOT_CHOSEN(Kind.INPUT),
    VAULT_AMOUNT_OUT_OF_RANGE(Kind.INPUT),
    VAULT_TOO_LOW(Kind.RULE),
    /** {0} đồng, {1} the point or office that it comes from. */
    HAND_OVER_HANGS(Kind.RULE),
    HAND_OVER_TO_ITSELF(Kind.INPUT),
    HAND_OVER_NOTHING(Kind.INPUT),
    HAND_OVER_OTHER_OFFICE(Kind.INPUT),
    HAND_OVER_ENDED(Kind.RULE),
    HAND_OVER_BY_ONE_PERSON(Kind.FORBIDDEN),
    HAND_OVER_NOT_YOURS(Kind.FORBIDDEN),
    UNKNOWN_HAND_OVER(Kind.MISSING),
    /** {0} the vault by the book when it was counted, {1} now. */
    VAULT_MOVED_SINCE(Kind.RULE),
    COUNT_DIFFERS(Kind.RULE),
    COUNT_NOT_NOTES(Kind.INPUT),
    SESSION_STILL_OPEN(Kind.RULE),
    DIRECTOR_COUNTED_OR_SIGNED(Kind.FORBIDDEN),
    UNKNOWN_VOUCHER(Kind.MISSING),
    REVERSAL_NEEDS_CONTROLLER(Kind.FORBIDDEN),
    REVERSAL_NEEDS_REASON(Kind.INPUT),
    LINE_NOT_CHOSEN(Kind.INPUT);

    private final Kind kind;

    SessionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "session";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
