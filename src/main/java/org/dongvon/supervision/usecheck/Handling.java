package org.dongvon.supervision.usecheck;

/** What the checkers ask for; its name for people is the message {@code useHandling.<CONSTANT>}. */
public enum Handling {
    /** Nothing: all was used as asked for. */
    NONE,
    /** That the borrower puts it right. */
    CORRECT,
    /** That the bank recalls what was used wrongly (thu hồi nợ trước hạn). */
    RECALL
}
