package org.dongvon.supervision.absence;

/** What is done about a debt whose borrower left. */
public enum AbsenceMeasure {
    /** Where they live was looked for. */
    SEARCH,
    /** Relatives were told. */
    RELATIVES,
    /** Money was asked for or came back; it is posted at the counter. */
    RECOVERY,
    /** A dossier of risk was asked for. */
    FREEZE
}
