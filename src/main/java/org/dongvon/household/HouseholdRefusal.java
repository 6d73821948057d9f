package org.dongvon.household;

import org.dongvon.shared.Refusal;

/** Why a person was not registered, found, shown or changed. */
public enum HouseholdRefusal implements Refusal {
    IDENTITY_NUMBER_NOT_12_DIGITS(Kind.INPUT),
    NAME_NOT_GIVEN(Kind.INPUT),
    BORN_LATER(Kind.INPUT),
    NUMBER_IN_ADDRESS(Kind.INPUT),
    PURPOSE_MISSING(Kind.INPUT),
    NOTE_MISSING(Kind.INPUT),
    NOTE_TOO_LONG(Kind.INPUT),
    NOTE_HOLDS_NUMBER(Kind.INPUT),
    REASON_NEEDED(Kind.INPUT),
    PHONE_NOT_MOBILE(Kind.INPUT),
    /** {0} the most letters. */
    PAPER_NOT_NAMED(Kind.INPUT),
    /** {0} the day on the paper, {1} the open day. */
    PAPER_NOT_SIGNED_YET(Kind.INPUT),
    DAY_NOT_COME(Kind.INPUT),
    JOINED_BEFORE_BIRTH(Kind.INPUT),
    NEW_HEAD_NEEDED(Kind.INPUT),
    WITNESS_NOT_GIVEN(Kind.INPUT),
    NOT_LIABLE(Kind.INPUT),
    UNKNOWN_PERSON(Kind.MISSING),
    UNKNOWN_HOUSEHOLD(Kind.MISSING),
    NOT_A_MEMBER(Kind.MISSING),
    HEAD_THERE_ALREADY(Kind.RULE),
    ALREADY_MEMBER(Kind.RULE),
    PERSON_OF_ANOTHER_HOUSEHOLD(Kind.RULE),
    CHANGE_NOT_LATER(Kind.RULE),
    CARD_NOT_NEWER(Kind.RULE),
    OLD_NUMBER_HAS_NO_CARD(Kind.RULE),
    NOT_ADULT(Kind.RULE),
    SIGNATURES_MISSING(Kind.RULE),
    AUTHORISATION_NOT_LATER(Kind.RULE),
    TOO_MANY_REVEALS(Kind.RULE),
    /** {0} the day of the newest paper. */
    CONSENT_NOT_LATER(Kind.RULE),
    NO_CONSENT_TO_END(Kind.RULE),
    NO_PHONE_HELD(Kind.MISSING),
    NO_MESSAGES_WHILE_RESTRICTED(Kind.RULE),
    ALREADY_RESTRICTED(Kind.RULE),
    NOT_RESTRICTED(Kind.RULE),
    PERSON_HAS_LOAN(Kind.RULE),
    RETENTION_RUNS(Kind.RULE),
    DESTRUCTION_NEEDS_MINUTES(Kind.RULE),
    CORRECTION_UNREADABLE(Kind.RULE),
    ROTATION_RUNNING(Kind.RULE);

    private final Kind kind;

    HouseholdRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "household";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
