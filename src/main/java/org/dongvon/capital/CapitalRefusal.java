package org.dongvon.capital;

import org.dongvon.shared.Refusal;

/** Why capital was not lent or granted. */
public enum CapitalRefusal implements Refusal {
    UNKNOWN_CONTRACT(Kind.MISSING),
    ALLOTMENT_EXHAUSTED(Kind.RULE),
    CONTRACT_EXCEEDED(Kind.RULE),
    /** {0} what is granted already, {1} what was asked for. */
    GRANT_NOT_RAISED(Kind.RULE);

    private final Kind kind;

    CapitalRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "capital";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
