package org.dongvon.supervision.meeting;

/** Whether somebody sat in a seat of the meeting; its name for people is the message {@code presence.<NAME>}. */
public enum Presence {
    PRESENT,
    /** The deputy head of a group came instead: allowed by the handbook. */
    DEPUTY,
    ABSENT;

    /** Whether the seat was represented. */
    public boolean isThere() {
        return this != ABSENT;
    }
}
