package org.dongvon.loan.application;

import org.dongvon.shared.Refusal;

/** Why something about an application was declined. */
public enum ApplicationRefusal implements Refusal {
    UNKNOWN_APPLICATION(Kind.MISSING),
    UNKNOWN_MEMBER(Kind.MISSING),
    APPLICATION_INCOMPLETE(Kind.INPUT),
    APPLICATION_ELSEWHERE(Kind.RULE),
    APPLICATION_NEEDS_REASON(Kind.INPUT),
    APPLICATION_NEEDS_VOTE(Kind.RULE),
    APPLICATION_SAME_PERSON(Kind.RULE),
    APPLICATION_ABOVE_CAP(Kind.RULE),
    APPLICATION_TERM_TOO_LONG(Kind.RULE),
    APPLICATION_ABOVE_ASKED(Kind.RULE),
    APPLICATION_ABOVE_CHOSEN(Kind.RULE),
    APPLICATION_UNCHANGED(Kind.INPUT),
    APPLICATION_NOT_NOTIFIED(Kind.RULE),
    APPLICATION_NOT_PLAIN(Kind.RULE),
    APPLICATION_NOT_CONTRACTED(Kind.RULE),
    PROGRAMME_CLOSED(Kind.RULE),
    PROGRAMME_NOT_BY_GROUPS(Kind.RULE),
    PROGRAMME_NOT_DIRECT(Kind.RULE),
    PLAN_WITHOUT_NEED(Kind.INPUT),
    PLAN_WITHOUT_JOBS(Kind.INPUT),
    PLAN_OF_NO_CLASS(Kind.INPUT),
    OWN_CAPITAL_TOO_LOW(Kind.RULE),
    LABOUR_SHARE_TOO_LOW(Kind.RULE),
    COLLATERAL_TOO_LOW(Kind.RULE),
    COLLATERAL_INCOMPLETE(Kind.INPUT),
    UNKNOWN_APPLICANT(Kind.MISSING),
    HOUSEHOLD_OF_ANOTHER_CLASS(Kind.RULE),
    BORROWER_LEFT_HOUSEHOLD(Kind.RULE),
    BORROWER_NOT_AUTHORISED(Kind.RULE),
    DELEGATION_MISSING(Kind.RULE),
    PROGRAMMES_EXCLUDE(Kind.RULE),
    ALLOTMENT_NOT_OF_OFFICE(Kind.INPUT),
    NOTICE_NOT_ON_A_SESSION(Kind.INPUT),
    NOTHING_CHOSEN(Kind.INPUT),
    MEETING_WITHOUT_QUORUM(Kind.RULE),
    MEETING_NOT_HELD_YET(Kind.INPUT),
    VOTES_DO_NOT_ADD(Kind.INPUT);

    private final Kind kind;

    ApplicationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "loan";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
