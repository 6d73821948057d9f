package org.dongvon.loan.risk;

/** What a borrower at risk asks for. */
public enum Measure {
    /** No interest for a time (khoanh nợ). */
    FREEZE,
    /** Once more after a freeze (khoanh nợ bổ sung). */
    FURTHER_FREEZE,
    /** Principal and interest given up (xóa nợ). */
    WRITE_OFF;

    /** On which list of a round it stands. */
    public RiskList list() {
        return switch (this) {
            case FREEZE, FURTHER_FREEZE -> RiskList.FREEZE;
            case WRITE_OFF -> RiskList.WRITE_OFF;
        };
    }
}
