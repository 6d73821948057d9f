package org.dongvon.loan.risk;

/** The two lists of a round. */
public enum RiskList {
    /** 04/XLN. */
    FREEZE,
    /** 05/XLN. */
    WRITE_OFF
}
