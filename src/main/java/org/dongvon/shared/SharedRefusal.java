package org.dongvon.shared;

/** Refusals that any use case may give. */
public enum SharedRefusal implements Refusal {
    ROLE_MAY_NOT(Kind.FORBIDDEN),
    KEY_REUSED(Kind.RULE),
    PAGE_EXPIRED(Kind.FORBIDDEN),
    NO_SUCH_PAGE(Kind.MISSING),
    MISSING_FIELD(Kind.INPUT),
    /** {0} the field's name. */
    FIELD_TWICE(Kind.INPUT),
    NOT_MONEY(Kind.INPUT),
    MONEY_NEGATIVE(Kind.INPUT),
    MONEY_FRACTION(Kind.INPUT),
    MONEY_AMBIGUOUS(Kind.INPUT),
    MONEY_TOO_LARGE(Kind.INPUT),
    NOT_A_DATE(Kind.INPUT),
    NO_SUCH_DAY(Kind.INPUT),
    NOT_A_NUMBER(Kind.INPUT);

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
