package org.dongvon.shared;

/** Refusals that any use case may give. */
public enum SharedRefusal implements Refusal {
    ROLE_MAY_NOT(Kind.FORBIDDEN),
    KEY_REUSED(Kind.RULE),
    NOT_MONEY(Kind.INPUT),
    NOT_A_DATE(Kind.INPUT),
    NOT_A_NUMBER(Kind.INPUT),
    MISSING_FIELD(Kind.INPUT);

    private final Kind kind;

    SharedRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "shared";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
