package org.dongvon.identity;

import org.dongvon.shared.Refusal;

/** Why an account was not made or not found. */
public enum IdentityRefusal implements Refusal {
    UNKNOWN_LOGIN(Kind.MISSING),
    LOGIN_NOT_PLAIN(Kind.INPUT),
    NAME_MISSING(Kind.INPUT),
    PASSWORD_LENGTH(Kind.INPUT),
    ROLE_NOT_FOR_PEOPLE(Kind.RULE),
    ROLE_NEEDS_OFFICE(Kind.RULE),
    LOGIN_TAKEN(Kind.RULE);

    private final Kind kind;

    IdentityRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "identity";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
