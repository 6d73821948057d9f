package org.dongvon.organisation;

import org.dongvon.shared.Refusal;

/** Why a question about a place or its day was declined. */
public enum OrganisationRefusal implements Refusal {
    UNKNOWN_UNIT(Kind.MISSING),
    UNKNOWN_POINT(Kind.MISSING),
    NO_BUSINESS_DAY(Kind.RULE);

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
