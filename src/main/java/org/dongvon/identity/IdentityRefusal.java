package org.dongvon.identity;

import org.dongvon.shared.Refusal;

/** Why an account was not made or not found, or a role not given. */
public enum IdentityRefusal implements Refusal {
    UNKNOWN_LOGIN(Kind.MISSING),
    NO_ROLE_IN_FORCE(Kind.RULE),
    LOGIN_NOT_PLAIN(Kind.INPUT),
    NAME_MISSING(Kind.INPUT),
    PASSWORD_LENGTH(Kind.INPUT),
    ROLE_NOT_FOR_PEOPLE(Kind.RULE),
    ROLE_NEEDS_OTHER_UNIT(Kind.RULE),
    NARROWING_MISSING(Kind.RULE),
    NARROWING_NOT_FOR_ROLE(Kind.RULE),
    END_MISSING(Kind.RULE),
    END_BEFORE_START(Kind.RULE),
    ROLES_CONFLICT(Kind.RULE),
    GRANT_ENDED(Kind.RULE),
    UNIT_NOT_YOURS(Kind.MISSING),
    NOT_TO_ONESELF(Kind.FORBIDDEN),
    NO_SUCH_GROUP(Kind.INPUT),
    NO_SUCH_CHOICE(Kind.INPUT),
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
