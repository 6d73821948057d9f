package org.dongvon.savings;

import org.dongvon.shared.Refusal;

/** Why a deposit was declined. */
public enum SavingsRefusal implements Refusal {
    NO_DEPOSIT_ACCOUNT(Kind.RULE),
    DEPOSIT_NEGATIVE(Kind.INPUT),
    BALANCE_TOO_LOW(Kind.RULE),
    DEPOSIT_REVERSED(Kind.RULE),
    SETTLED_WITH_INTEREST(Kind.RULE),
    UNKNOWN_MONTH(Kind.MISSING),
    MONTH_NOT_OVER(Kind.RULE),
    MONTH_CREDITED(Kind.RULE),
    INTEREST_MOVED_MEANWHILE(Kind.RULE),
    UNKNOWN_TERM_DEPOSIT(Kind.MISSING),
    TERM_DEPOSIT_CLOSED(Kind.RULE),
    NO_RATE_FOR_TERM(Kind.RULE),
    TERM_OUTSIDE(Kind.INPUT),
    TERM_RATE_ABOVE_CEILING(Kind.RULE),
    TERM_RATE_OF_OTHERS(Kind.RULE),
    RULE_RETROACTIVE(Kind.RULE),
    RULE_NOT_LAST(Kind.RULE),
    CONSENT_OF_NOBODY(Kind.INPUT),
    CONSENT_NOT_SIGNED_YET(Kind.RULE),
    CONSENT_STANDS(Kind.RULE),
    UNKNOWN_UNCLAIMED(Kind.MISSING),
    DEPOSIT_EMPTY(Kind.RULE),
    /** {0} the day. */
    UNCLAIMED_PAID(Kind.RULE),
    /** {0} the shortest, {1} the longest name, {2} the longest paper. */
    CLAIMANT_WORDS(Kind.INPUT),
    /** {0} the last movement, {1} the day before which it must lie. */
    DEPOSIT_STILL_USED(Kind.RULE),
    /** {0} the shortest, {1} the longest. */
    UNCLAIMED_NEEDS_PAPER(Kind.INPUT),
    UNCLAIMED_WHILE_LOANS_RUN(Kind.RULE);

    private final Kind kind;

    SavingsRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "savings";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
