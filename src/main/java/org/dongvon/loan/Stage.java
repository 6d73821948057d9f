package org.dongvon.loan;

/** Where a loan is in its life. Overdue and frozen are states of its parts, not stages. */
public enum Stage {
    /** Approved by the bank, not yet paid out. */
    APPROVED,
    /** Paid out, not fully repaid. */
    ACTIVE,
    /** Principal and interest repaid (tất toán). */
    CLOSED,
    /** Approved, and never taken. */
    CANCELLED,
    /** Given up by decision (xóa nợ); what is still recovered is income. */
    WRITTEN_OFF
}
