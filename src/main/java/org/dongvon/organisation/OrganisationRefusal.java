package org.dongvon.organisation;

import org.dongvon.shared.Refusal;

/** Why a question about a place or its day was declined. */
public enum OrganisationRefusal implements Refusal {
    UNKNOWN_UNIT(Kind.MISSING),
    UNKNOWN_POINT(Kind.MISSING),
    NO_BUSINESS_DAY(Kind.RULE),
    /** {0} the first day of the newest map. */
    PLACE_NOT_LATER(Kind.RULE),
    /** {0} the most characters. */
    NAME_UNFIT(Kind.INPUT),
    /** {0} the day, {1} the point. */
    NO_SESSION_ON(Kind.RULE),
    /** {0} the session's own day, {1} the new day, {2} the open day. */
    SESSION_DAY_PAST(Kind.RULE),
    /** {0} the session's own day, {1} the day it was moved to. */
    SESSION_ALREADY_MOVED(Kind.RULE),
    /** {0} the day. */
    SESSION_DAY_TAKEN(Kind.RULE),
    /** {0} the first day, {1} the last. */
    NO_SESSION_BETWEEN(Kind.RULE),
    /** {0} the most days. */
    SHIFT_OUT_OF_RANGE(Kind.INPUT),
    /** {0} the most days. */
    PERIOD_OUT_OF_RANGE(Kind.INPUT);

    private final Kind kind;

    OrganisationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "organisation";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
