package org.dongvon.loan;

import org.dongvon.shared.Refusal;

/** Why a loan operation was declined; the first that applies is reported. */
public enum LoanRefusal implements Refusal {
    UNKNOWN_LOAN(Kind.MISSING),
    LOAN_NOT_APPROVED(Kind.RULE),
    LOAN_NOT_ACTIVE(Kind.RULE),
    LOAN_NOT_WRITTEN_OFF(Kind.RULE),
    RECOVERY_ABOVE_CLAIM(Kind.RULE),
    PAID_SINCE(Kind.RULE),
    AMOUNT_NEGATIVE(Kind.INPUT),
    INTEREST_ABOVE_DUE(Kind.RULE),
    PRINCIPAL_ABOVE_OUTSTANDING(Kind.RULE),
    NOTHING_TO_REVERSE(Kind.RULE),
    ALREADY_REVERSED(Kind.RULE),
    FREEZE_ENDED_SINCE(Kind.RULE),
    UNKNOWN_LINE(Kind.MISSING),
    LOAN_NOTHING_UNDRAWN(Kind.RULE),
    PART_ABOVE_UNDRAWN(Kind.RULE),
    PROGRAMME_PAYS_WHOLE(Kind.RULE),
    PART_AFTER_LAST_INSTALMENT(Kind.RULE),
    PAYEE_INCOMPLETE(Kind.INPUT),
    UNDRAWN_NEEDS_REASON(Kind.INPUT),
    DAY_BEFORE_DISBURSEMENT(Kind.INPUT),
    DAY_TOO_FAR(Kind.INPUT),
    PAYOFF_DAY_PAST(Kind.INPUT),
    CREDIT_ABOVE_OVERPAID(Kind.RULE),
    CREDIT_ABOVE_OTHER_DEBT(Kind.RULE),
    CREDIT_OTHER_LOAN(Kind.RULE),
    CREDIT_OTHER_POINT(Kind.RULE),
    CREDIT_USE_UNKNOWN(Kind.MISSING),
    CREDIT_PAID_AT_COUNTER(Kind.RULE),
    CREDIT_USE_TAKEN_BACK(Kind.RULE),
    INCOMING_ABOVE_DEBT(Kind.RULE);

    private final Kind kind;

    LoanRefusal(Kind kind) {
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
