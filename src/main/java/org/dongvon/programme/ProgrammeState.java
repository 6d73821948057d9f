package org.dongvon.programme;

/** Whether a programme still lends. */
public enum ProgrammeState {
    OPEN,
    /** Closed for new loans; balances may remain. */
    CLOSED
}
