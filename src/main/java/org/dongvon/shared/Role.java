package org.dongvon.shared;

/** What a person does at the bank; decides what they may do, while {@link Scope} decides where. */
public enum Role {
    /** Leads a transaction session: opens it. */
    LEADER,
    /** Records and posts money at the counter. */
    TELLER,
    /** Counts the cash and closes the session: the second person of its journals. */
    CONTROLLER,
    /** Directs a transaction office: closes its day. */
    DIRECTOR,
    /** Reads everything in scope, changes nothing. */
    AUDITOR,
    /** The server itself and the operator at the terminal: imports, demonstration data, daily run. */
    SYSTEM
}
