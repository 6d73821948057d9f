package org.dongvon.programme;

/** What a cap is counted by. */
public enum CapBasis {
    HOUSEHOLD,
    BORROWER,
    MONTH,
    /** Công trình: one water or sanitation facility. */
    WORK,
    JOB,
    PROJECT,
    HECTARE,
    /** A percentage of the need, the cost or the price. */
    NEED
}
