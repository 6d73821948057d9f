package org.dongvon.loan.risk;

/** As what somebody takes part in the minutes 02/XLN. */
public enum Capacity {
    BANK,
    COMMUNE,
    ASSOCIATION,
    CREDIT_OFFICER,
    GROUP_HEAD,
    POLICE,
    AGENCY,
    /** The borrower, or whoever inherits. */
    BORROWER
}
