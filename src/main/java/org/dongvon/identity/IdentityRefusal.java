package org.dongvon.identity;

import org.dongvon.shared.Refusal;

/** Why an account was not made or not found, a role not given, or somebody may not log in, or not in this way. */
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
    LOGIN_TAKEN(Kind.RULE),
    /** {0} the login. */
    LOGGED_IN_ALREADY(Kind.RULE),
    IDENTITY_NUMBER_WRONG(Kind.INPUT),
    /** {0} the login of the person's active account. */
    PERSON_HAS_ACCOUNT(Kind.RULE),
    DEMONSTRATION_ACCOUNT(Kind.RULE),
    PASSWORD_WRONG(Kind.INPUT),
    PASSWORD_COMMON(Kind.INPUT),
    PASSWORD_BREACHED(Kind.INPUT),
    /** {0} the word, without marks. */
    PASSWORD_GUESSABLE(Kind.INPUT),
    PASSWORD_SAME(Kind.INPUT),
    PASSWORD_NOT_REPEATED(Kind.INPUT),
    CODE_WRONG(Kind.INPUT),
    /** {0} the minutes that the lock holds. */
    CODES_LOCKED(Kind.RULE),
    FACTOR_EXISTS(Kind.RULE),
    FACTOR_MISSING(Kind.RULE),
    ENROLMENT_NOT_OURS(Kind.RULE),
    /** Something is still to be done before the pages open. */
    LOG_IN_UNFINISHED(Kind.FORBIDDEN),
    UNKNOWN_SIGN_IN(Kind.MISSING),
    UNKNOWN_TOKEN(Kind.MISSING),
    TOKEN_NAME(Kind.INPUT),
    /** {0} the longest life in days. */
    TOKEN_DAYS(Kind.INPUT),
    TOKEN_AREA(Kind.INPUT),
    TOKEN_READS_ONLY(Kind.FORBIDDEN),
    TOKEN_NOT_HERE(Kind.FORBIDDEN),
    OPENID_OFF(Kind.MISSING),
    SUBJECT_NOT_LINKED(Kind.FORBIDDEN),
    SUBJECT_LINKED_ELSEWHERE(Kind.RULE),
    UNKNOWN_LINK(Kind.MISSING),
    /** {0} the name. */
    UNKNOWN_SETTING(Kind.INPUT),
    /** {0} the setting, {1} the value. */
    SETTING_OUT_OF_BOUNDS(Kind.INPUT);

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
