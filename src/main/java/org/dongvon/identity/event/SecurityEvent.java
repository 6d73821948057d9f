package org.dongvon.identity.event;

/** The kinds of what is kept about logging in; the name for people is the message {@code securityEvent.<CONSTANT>}. */
public enum SecurityEvent {
    LOGGED_IN,
    LOG_IN_FAILED,
    ACCOUNT_LOCKED,
    ADDRESS_LIMITED,
    CODE_GIVEN,
    CODE_FAILED,
    CODES_LOCKED,
    RECOVERY_CODE_USED,
    RECOVERY_CODES_MADE,
    FACTOR_ADDED,
    FACTOR_REMOVED,
    PASSWORD_CHANGED,
    PASSWORD_RESET,
    LOGGED_OUT,
    SIGN_IN_ENDED,
    ACCOUNT_ADDED,
    ACCOUNT_CLOSED,
    TOKEN_MADE,
    TOKEN_REVOKED,
    SUBJECT_LINKED,
    SUBJECT_UNLINKED,
    SUBJECT_REFUSED,
    SETTING_CHANGED,
    ACCESS_REFUSED,
    REQUEST_REFUSED
}
