package org.dongvon.supervision.reconciliation;

import org.dongvon.shared.Refusal;

/** Why a reconciliation, or what followed it, was not entered. */
public enum ReconciliationRefusal implements Refusal {
    UNKNOWN_RECONCILIATION(Kind.MISSING),
    RECONCILED_AHEAD(Kind.INPUT),
    RECONCILED_THAT_DAY(Kind.RULE),
    RECONCILED_WITH_NOBODY(Kind.RULE),
    RECONCILED_BY_NOBODY(Kind.INPUT),
    RECONCILED_TEXT_LONG(Kind.INPUT),
    RECONCILED_NOTHING_SAID(Kind.INPUT),
    RECONCILED_LINE_SAID_ALREADY(Kind.RULE),
    DIFFERENCE_UNEXPLAINED(Kind.INPUT),
    DIFFERENCE_IS_NONE(Kind.INPUT),
    DIFFERENCE_OF_NOBODY(Kind.INPUT),
    DIFFERENCE_LATE_FROM_THE_START(Kind.INPUT),
    DIFFERENCE_NOT_FOUND(Kind.RULE),
    DIFFERENCE_CLOSED(Kind.RULE),
    DIFFERENCE_CLOSED_BY_ITS_MAKER(Kind.RULE),
    DIFFERENCE_MEASURE_MISSING(Kind.INPUT),
    DIFFERENCE_EVIDENCE_MISSING(Kind.INPUT);

    private final Kind kind;

    ReconciliationRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "supervision";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
