package org.dongvon.supervision.cases;

/** By what a case was detected; its name for people is the message {@code lossSource.<CONSTANT>}. */
public enum LossSource {
    /** A difference of a reconciliation (15/TD). */
    RECONCILIATION,
    /** A check of use (06/TD). */
    USE_CHECK,
    /** An inspection. */
    INSPECTION,
    /** Somebody reported it. */
    REPORTED
}
