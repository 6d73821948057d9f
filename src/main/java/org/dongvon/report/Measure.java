package org.dongvon.report;

import java.util.List;
import java.util.Optional;

/**
 * What a figure measures, in stock or over a period; each has one definition. Its name and definition for people are the
 * messages {@code measure.<CODE>} and {@code measure.<CODE>.definition}.
 */
public enum Measure {
    /** Tổng nguồn vốn: central, local and mobilised capital, at a date. */
    CAPITAL_TOTAL("capital.total", Nature.MONEY, null),
    /** Vốn trung ương. */
    CAPITAL_CENTRAL("capital.central", Nature.MONEY, CAPITAL_TOTAL),
    /** Vốn ủy thác từ ngân sách địa phương: entrusted by province, district and commune. */
    CAPITAL_LOCAL("capital.local", Nature.MONEY, CAPITAL_TOTAL),
    /** Vốn huy động. */
    CAPITAL_MOBILISED("capital.mobilised", Nature.MONEY, CAPITAL_TOTAL),
    /** Tổng dư nợ: principal in term, overdue and frozen, at a date. */
    OUTSTANDING("outstanding", Nature.MONEY, null),
    /** Dư nợ trong hạn. */
    OUTSTANDING_IN_TERM("outstanding.in_term", Nature.MONEY, OUTSTANDING),
    /** Nợ quá hạn. */
    OUTSTANDING_OVERDUE("outstanding.overdue", Nature.MONEY, OUTSTANDING),
    /** Nợ khoanh. */
    OUTSTANDING_FROZEN("outstanding.frozen", Nature.MONEY, OUTSTANDING),
    /** Dư nợ ủy thác: outstanding through the associations. */
    OUTSTANDING_ENTRUSTED("outstanding.entrusted", Nature.MONEY, OUTSTANDING),
    /** Doanh số cho vay, over a period. */
    LENDING("lending", Nature.MONEY, null),
    /** Doanh số thu nợ, over a period. */
    COLLECTION("collection", Nature.MONEY, null),
    /** Nợ đã xóa, over a period. */
    WRITTEN_OFF("written_off", Nature.MONEY, null),
    /** Khách hàng còn dư nợ: distinct persons. */
    BORROWERS("borrowers", Nature.COUNT, null),
    /** Hộ còn dư nợ: distinct households. */
    HOUSEHOLDS("households", Nature.COUNT, null),
    /** Tổ tiết kiệm và vay vốn. */
    GROUPS("groups", Nature.COUNT, null),
    /** Tổ xếp loại tốt. */
    GROUPS_GOOD("groups.good", Nature.COUNT, GROUPS),
    /** Tổ xếp loại khá. */
    GROUPS_FAIR("groups.fair", Nature.COUNT, GROUPS),
    /** Tổ xếp loại trung bình. */
    GROUPS_AVERAGE("groups.average", Nature.COUNT, GROUPS),
    /** Tổ xếp loại yếu. */
    GROUPS_WEAK("groups.weak", Nature.COUNT, GROUPS),
    /** Tổ viên. */
    MEMBERS("members", Nature.COUNT, null),
    /** Việc làm that loans undertook to create or keep. */
    JOBS("jobs", Nature.COUNT, null),
    /** Khoản vay còn dư nợ. */
    LOANS("loans", Nature.COUNT, null),
    /** Credit programmes with principal outstanding. */
    PROGRAMMES("programmes", Nature.COUNT, null);

    private static final List<Measure> ALL = List.of(values());

    private final String code;
    private final Nature nature;
    private final @org.jspecify.annotations.Nullable Measure whole;

    Measure(String code, Nature nature, @org.jspecify.annotations.Nullable Measure whole) {
        this.code = code;
        this.nature = nature;
        this.whole = whole;
    }

    /** As files and programs write it, such as {@code outstanding.overdue}. */
    public String code() {
        return code;
    }

    public Nature nature() {
        return nature;
    }

    /** What it is a part of by its own definition: overdue of outstanding. */
    public Optional<Measure> whole() {
        return Optional.ofNullable(whole);
    }

    /** Whether it happens over a period, rather than stands at a date. */
    public boolean isFlow() {
        return this == LENDING || this == COLLECTION || this == WRITTEN_OFF;
    }

    /** Whether one and the same may stand under several programmes or sources, so that these never add up. */
    public boolean countsHeads() {
        return switch (this) {
            case BORROWERS, HOUSEHOLDS, MEMBERS, PROGRAMMES -> true;
            default -> this == GROUPS || whole == GROUPS;
        };
    }

    /** The complete closed set of parts that it is the sum of; empty when it has none. */
    public List<Measure> closedParts() {
        return ALL.stream()
                .filter(part -> part.whole == this && part != OUTSTANDING_ENTRUSTED)
                .toList();
    }

    /** The measure of a code. */
    public static Optional<Measure> of(String code) {
        return ALL.stream().filter(measure -> measure.code.equals(code)).findFirst();
    }

    /** What its values are whole numbers of. */
    public enum Nature {
        MONEY,
        COUNT
    }
}
