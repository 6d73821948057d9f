package org.dongvon.programme;

import java.util.List;

/**
 * What a programme's law rules besides its rates and caps: each is dated rows of its own, in {@code
 * reference/terms.csv}. A rule without a row was not established.
 */
public enum TermCode {
    /** Whether it still lends. */
    STATE(TermShape.NAME, "OPEN", "CLOSED"),
    CHANNEL(TermShape.NAME, "ENTRUSTED", "DIRECT", "BOTH"),
    /** The longest term in months, or what bounds it. */
    TERM_MAX(TermShape.MONTHS_OR_NAME, "AGREED", "COURSE", "CONTRACT", "RESOLUTION", "UNKNOWN"),
    /** The usual months between instalments of principal. */
    INSTALMENT_MONTHS(TermShape.MONTHS_EACH),
    /** Months at the start without an instalment. */
    PRINCIPAL_FREE(TermShape.MONTHS),
    /** The amount above which a loan needs security, or which loans do. */
    SECURITY(TermShape.DONG_OR_NAME, "NONE", "ALL", "ORGANISATION", "PARAMETER"),
    /** The most that is lent of the value of what secures it. */
    SECURITY_RATIO_MAX(TermShape.PERCENT),
    /** Whether it may be paid out in parts. */
    DISBURSEMENT(TermShape.NAME, "WHOLE", "PARTS"),
    /** The least that is lent. */
    AMOUNT_MIN(TermShape.DONG),
    INTEREST_WHEN(TermShape.NAME, "MONTHLY", "WITH_PRINCIPAL", "DEFERRED"),
    /** Months by which a loan may be extended in all; 0 for never. */
    EXTENSION_MAX(TermShape.MONTHS),
    /** Cho vay lưu vụ. */
    ROLLOVER(TermShape.NAME, "NO", "SHORT_TERM"),
    /** Programmes that a household may not hold together with it. */
    INCOMPATIBLE(TermShape.PROGRAMMES),
    /** Programmes whose loans to one household count under one cap with its own. */
    CAP_TOGETHER(TermShape.PROGRAMMES),
    SOURCES(TermShape.NAMES, "CENTRAL", "STATE_BUDGET", "PROVINCE", "COMMUNE", "OTHER"),
    EVIDENCE(TermShape.NAMES, "POOR_LIST", "NEAR_POOR_LIST", "POLICE_LIST", "COMMUNE_CONFIRMATION", "CONTRACT"),
    OWN_CAPITAL_MIN(TermShape.PERCENT),
    /** Years since what made a person eligible. */
    SINCE_YEARS_MAX(TermShape.YEARS),
    AGE_MIN(TermShape.YEARS),
    /** The least share of the people it is for among an enterprise's labour. */
    LABOUR_SHARE_MIN(TermShape.PERCENT),
    FORMS(TermShape.FORMS),
    /** Programmes that share its line of the plan. */
    PLAN_TOGETHER(TermShape.PROGRAMMES),
    /** What the reports count besides money. */
    COUNTER(TermShape.NAME, "HOUSEHOLDS", "STUDENTS", "JOBS", "WORKERS_ABROAD", "WORKS", "HOUSES");

    private final TermShape shape;
    private final String names;

    TermCode(TermShape shape, String... names) {
        this.shape = shape;
        this.names = String.join(";", names);
    }

    public TermShape shape() {
        return shape;
    }

    /** The names that its value may be; empty where it is a number or codes. */
    public List<String> names() {
        return names.isEmpty() ? List.of() : List.of(names.split(";"));
    }
}
