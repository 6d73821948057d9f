package org.dongvon.report;

import org.dongvon.shared.Refusal;

/** Why a report is not made. */
public enum ReportRefusal implements Refusal {
    /** {0} the first day, {1} the last, which comes before it. */
    PERIOD_BACKWARDS(Kind.INPUT),
    NO_UNIT(Kind.MISSING),
    UNKNOWN_REPORT(Kind.INPUT),
    UNKNOWN_FORMAT(Kind.INPUT),
    UNKNOWN_WORK_LIST(Kind.MISSING),
    /** {0} the code that was asked for. */
    UNKNOWN_CONTRACT(Kind.MISSING),
    FORMAT_NOT_YET(Kind.RULE),
    BASE_NOT_EARLIER(Kind.RULE),
    NO_BASE_FIGURE(Kind.RULE),
    NO_CAPITAL_FIGURE(Kind.RULE),
    /** {0} the text. */
    NOT_A_PERCENT(Kind.INPUT),
    /** {0} the share. */
    SHARE_OUT_OF_RANGE(Kind.INPUT),
    /** {0} the growth, {1} the most. */
    GROWTH_OUT_OF_RANGE(Kind.INPUT),
    /** {0} the text, {1} the first year, {2} the last. */
    TARGET_YEAR_OUT_OF_RANGE(Kind.INPUT),
    NOTHING_ADDED(Kind.INPUT),
    /** {0} the day, {1} the report's. */
    ADDED_BEFORE(Kind.INPUT),
    /** {0} the share. */
    SHARE_BEYOND_REACH(Kind.RULE);

    private final Kind kind;

    ReportRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "report";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
