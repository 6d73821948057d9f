package org.dongvon.loan.application;

/** The way an application takes; each has its own part of the map of {@link Transition}. */
public enum Path {
    /** Ủy thác: through the group, its association and the commune. */
    ENTRUSTED,
    /** Cho vay trực tiếp: the applicant files at the office. */
    DIRECT
}
