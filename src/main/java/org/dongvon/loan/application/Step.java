package org.dongvon.loan.application;

/** Where an application is. */
public enum Step {
    /** Written, kept by the group head. */
    DRAFT,
    /** Waits for the group's meeting (bình xét). */
    AT_GROUP,
    /** Chosen by the meeting. */
    ACCEPTED,
    /** Not chosen by the meeting. */
    REJECTED,
    /** On the list 03/TD that lies with the commune. */
    AT_COMMUNE,
    CONFIRMED,
    REFUSED,
    WITHDRAWN
}
