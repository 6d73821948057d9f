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
    UNKNOWN_PERSON(Kind.MISSING),
    TOO_MANY_REVEALS(Kind.RULE),
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
