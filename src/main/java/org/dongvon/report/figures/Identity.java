package org.dongvon.report.figures;

import java.util.Locale;

/** What must hold between published figures. Its name for people is the message {@code identity.<CONSTANT>}. */
public enum Identity {
    /** The parts of a total sum to it; parts that are not all of them are at most the total. */
    SUM,
    /** A change is now less base. */
    CHANGE,
    /** Opening + lending − collection − written off = closing. */
    FLOW,
    /** A growth is now ÷ base − 1. */
    GROWTH,
    /** A share is part ÷ whole; a part of its own kind. */
    SHARE,
    /** Times is now ÷ base. */
    TIMES,
    /** A ratio is the figure ÷ outstanding. */
    RATIO,
    /** A document is cited with the day that the register has. */
    DATE;

    /** The stable name of the outside contract. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
