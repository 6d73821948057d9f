package org.dongvon.loan.risk;

/** Where a dossier of a debt at risk is. */
public enum Step {
    DRAFT,
    /** With the commune's people's committee. */
    AT_COMMUNE,
    CONFIRMED,
    /** Checked by the office. */
    CHECKED,
    /** On a list of a round. */
    LISTED,
    /** Frozen or written off. */
    DECIDED,
    REFUSED,
    /** Waits for what is missing. */
    RETURNED,
    WITHDRAWN;

    /** Whether nothing more happens to it. */
    public boolean isEnd() {
        return this == DECIDED || this == REFUSED || this == WITHDRAWN;
    }

    /** Whether evidence and minutes may still be added. */
    public boolean isBeingWritten() {
        return this == DRAFT || this == RETURNED;
    }
}
