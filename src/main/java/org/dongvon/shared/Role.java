package org.dongvon.shared;

/**
 * What a person does in the system; decides what they may do, while {@link Scope} decides where. Which roles go with
 * which units, and which never with each other, are rows of {@code identity.role_rule} and {@code
 * identity.role_conflict}.
 */
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
    /** Looks after the borrowers and groups of some communes: prepares, never approves. */
    CREDIT_OFFICER,
    /** Keeps the books of an office, a province or the head office. */
    ACCOUNTANT,
    /** Directs a province or the head office: approves by limit, reads reports, posts nothing. */
    MANAGER,
    /** Keeps the contracts of entrusted capital; never lends. */
    FUND_OFFICER,
    /** Heads one savings-and-credit group, and sees that group only. */
    GROUP_HEAD,
    /** Supervises the groups of one association in its area; touches no money. */
    ASSOCIATION_STAFF,
    /** Board member or inspector: reads an area for a limited time. */
    INSPECTOR,
    /** The people's committee of a commune: its own commune's groups and loans. */
    COMMUNE_OFFICIAL,
    /** Keeps accounts and settings; sees nothing of the books. */
    ADMINISTRATOR,
    /** Reads the logs and runs the verification; writes nothing. */
    LOG_AUDITOR,
    /** The server itself and the operator at the terminal: imports, demonstration data, daily run. */
    SYSTEM
}
