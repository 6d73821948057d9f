package org.dongvon.savings;

import org.dongvon.shared.Refusal;

/** Why a deposit was declined. */
public enum SavingsRefusal implements Refusal {
    NO_DEPOSIT_ACCOUNT(Kind.RULE),
    DEPOSIT_NEGATIVE(Kind.INPUT),
    BALANCE_TOO_LOW(Kind.RULE),
    DEPOSIT_REVERSED(Kind.RULE);

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
