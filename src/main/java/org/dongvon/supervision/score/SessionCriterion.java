package org.dongvon.supervision.score;

/** What a session is scored by; its name for people is the message {@code sessionCriterion.<NAME>}. */
enum SessionCriterion {
    /** Groups that handed in a sheet, of the groups of the point. */
    SHEETS(false),
    /** Interest collected at the session, of this and what is still owed after it. */
    INTEREST(true),
    /** Principal repaid, of what fell due on the day of the session. */
    PRINCIPAL(true),
    /** Lines that were not taken back, of all that were posted. */
    LINES(false),
    /** Whether the cash counted was the book's. */
    CASH(false),
    /** Whether the minutes of the meeting were signed by the close of the day. */
    MINUTES(false),
    /** Groups that were represented at the meeting, of the groups of the point. */
    ATTENDANCE(false);

    private final boolean money;

    SessionCriterion(boolean money) {
        this.money = money;
    }

    /** Whether it counts đồng, and not groups or lines. */
    public boolean isMoney() {
        return money;
    }
}
