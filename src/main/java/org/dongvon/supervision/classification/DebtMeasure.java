package org.dongvon.supervision.classification;

/** What was done about a classified debt; its name for people is the message {@code debtMeasure.<CONSTANT>}. */
public enum DebtMeasure {
    /** The borrower was called on and asked to pay. */
    ASKED,
    /** Relatives or heirs were asked. */
    RELATIVES,
    /** Where the borrower lives was looked for. */
    SEARCH,
    /** Something came back; it is posted at the counter. */
    PART_PAID,
    /** A dossier of risk was asked for. */
    RISK_DOSSIER,
    /** It was brought before a court. */
    COURT,
    OTHER
}
