package org.dongvon.supervision.rating;

/** What a group is rated by; its name for people is the message {@code criterion.<NAME>}. */
enum Criterion {
    /** Sheets handed in, of the sessions of the month (giao dịch tại xã). */
    SESSIONS(false),
    /** Principal that is not overdue, of all outstanding (nợ quá hạn). */
    OVERDUE(true),
    /** Principal repaid, of what fell due in the month (thu nợ). */
    PRINCIPAL(true),
    /** Interest collected in the month, of this and what is still owed at the last session (thu lãi). */
    INTEREST(true),
    /** Members who have something saved, of all members (tổ viên gửi tiền). */
    SAVERS(false),
    /** Deposits of the month, each up to what the member has undertaken, of what all have (doanh số gửi). */
    DEPOSITS(true);

    private final boolean money;

    Criterion(boolean money) {
        this.money = money;
    }

    /** Whether it counts đồng, and not sessions or people. */
    public boolean isMoney() {
        return money;
    }
}
