package org.dongvon.loan.application;

/** Where an application is. */
public enum Step {
    /** Written, kept by the group head. */
    DRAFT,
    /** Waits for the group's meeting (bình xét). */
    AT_GROUP,
    /** Chosen by the meeting; lies with the association, which puts it on the list 03/TD. */
    ACCEPTED,
    /** Not chosen by the meeting. */
    REJECTED,
    /** On the list 03/TD that lies with the commune. */
    AT_COMMUNE,
    CONFIRMED,
    REFUSED,
    /** Received by the bank: the clock of its decision runs. */
    AT_BANK,
    /** A loan, not yet paid out. */
    APPROVED,
    DECLINED,
    /** The contract of a direct loan is signed: it may be paid out. */
    CONTRACTED,
    /** Named in a notice of approval (04/TD). */
    NOTIFIED,
    PAID_OUT,
    /** Approved, and not taken. */
    CANCELLED,
    RETURNED_BY_ASSOCIATION,
    RETURNED_BY_COMMUNE,
    RETURNED_BY_BANK,
    WITHDRAWN;

    /** Whether nothing more happens to it. */
    public boolean isEnd() {
        return switch (this) {
            case REJECTED, REFUSED, DECLINED, PAID_OUT, CANCELLED, WITHDRAWN -> true;
            default -> false;
        };
    }

    /** Whether it waits for its group to mend it. */
    public boolean isReturned() {
        return switch (this) {
            case RETURNED_BY_ASSOCIATION, RETURNED_BY_COMMUNE, RETURNED_BY_BANK -> true;
            default -> false;
        };
    }
}
