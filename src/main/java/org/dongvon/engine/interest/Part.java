package org.dongvon.engine.interest;

/**
 * A part of a loan's principal by its state: trong hạn, quá hạn, khoanh, xóa (handbook 4.8). Each part is an
 * {@link InterestLine} of its own. Outstanding = in-term + overdue + frozen.
 */
public enum Part {
    /** Trong hạn: bears the in-term rate. */
    IN_TERM,
    /** Quá hạn: bears the overdue rate of the same row, 130 % unless the law says otherwise. */
    OVERDUE,
    /** Khoanh: bears nothing while it is frozen (QĐ 50/2010). */
    FROZEN,
    /** Xóa: bears nothing and is no longer outstanding. */
    WRITTEN_OFF;

    /** Whether interest runs on the part: true for in-term and overdue principal, false for frozen and written off. */
    public boolean bearsInterest() {
        return this == IN_TERM || this == OVERDUE;
    }
}
