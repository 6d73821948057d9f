package org.dongvon.report;

/**
 * What a figure measures; each has one definition. Its name and definition for people are the messages
 * {@code indicator.<CODE>} and {@code indicator.<CODE>.definition}.
 */
public enum Indicator {
    /** Tổng dư nợ: principal in term, overdue and frozen, at a date. */
    OUTSTANDING(Unit.DONG),
    /** Tăng so với 2014: outstanding less that of 31/12/2014. */
    CHANGE_SINCE_2014(Unit.DONG),
    /** Hộ còn dư nợ: distinct households with principal outstanding. */
    HOUSEHOLDS(Unit.COUNT),
    /** Khách hàng còn dư nợ: distinct persons with principal outstanding. */
    BORROWERS(Unit.COUNT),
    /** Programmes with principal outstanding. */
    PROGRAMMES(Unit.COUNT),
    /** Vốn ủy thác từ ngân sách địa phương: capital entrusted by province, district and commune. */
    LOCAL_CAPITAL(Unit.DONG),
    /** Loans outstanding that are drawn on local capital. */
    LOCAL_LOANS(Unit.COUNT),
    /** Jobs that those loans undertook to create or keep. */
    LOCAL_JOBS(Unit.COUNT),
    /** Tổng nguồn vốn: central, local and mobilised. */
    TOTAL_CAPITAL(Unit.DONG),
    /** Tỷ trọng vốn địa phương: local capital over total capital. */
    LOCAL_SHARE(Unit.HUNDREDTHS_OF_PERCENT),
    /** The day that a publication gives for Directive 40-CT/TW. */
    DIRECTIVE40_ISSUED(Unit.DAY);

    private final Unit unit;

    Indicator(Unit unit) {
        this.unit = unit;
    }

    /** What its values are whole numbers of. */
    public Unit unit() {
        return unit;
    }

    /** What a stored value is a whole number of. */
    public enum Unit {
        DONG,
        COUNT,
        HUNDREDTHS_OF_PERCENT,
        /** A day as yyyymmdd. */
        DAY
    }
}
