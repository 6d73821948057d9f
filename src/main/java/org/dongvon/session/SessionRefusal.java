package org.dongvon.session;

import org.dongvon.shared.Refusal;

/** Why something in a transaction session was declined; the first that applies is reported. */
public enum SessionRefusal implements Refusal {
    UNKNOWN_SESSION(Kind.MISSING),
    NOT_A_SESSION_DAY(Kind.RULE),
    SESSION_EXISTS(Kind.RULE),
    TEAM_NEEDS_THREE_PEOPLE(Kind.RULE),
    NOT_STAFF_OF_OFFICE(Kind.INPUT),
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
    CASH_TOO_LOW(Kind.RULE),
    VAULT_WAY_NOT_CHOSEN(Kind.INPUT),
    VAULT_AMOUNT_OUT_OF_RANGE(Kind.INPUT),
    VAULT_TOO_LOW(Kind.RULE),
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
