package org.dongvon.fee.payment;

/** How a due is paid. */
public enum Way {
    /** Out of the box of the session's teller. */
    CASH,
    /** Into the deposit of the group's head. */
    DEPOSIT,
    /** By transfer from the bank. */
    BANK
}
