package org.dongvon.programme;

/** When a loan needs security (bảo đảm tiền vay). */
public enum Security {
    NONE,
    /** Above an amount. */
    ABOVE,
    ALL,
    /** For organisations, not for individuals. */
    ORGANISATION,
    /** The threshold was not established. */
    PARAMETER
}
