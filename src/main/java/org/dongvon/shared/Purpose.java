package org.dongvon.shared;

/**
 * Why personal data are shown: the standing purpose of a page, or the one that a person gives for a reveal or an export.
 * Law 91/2025/QH15 asks for one at each processing; its name for people is the message {@code purpose.<CONSTANT>}.
 */
public enum Purpose {
    /** Managing loans: lists and files of loans. */
    LOANS(Given.BY_PAGE),
    /** The transaction day: sheets, counter, receipts. */
    SESSION(Given.BY_PAGE),
    /** Following the savings-and-credit groups. */
    GROUPS(Given.BY_PAGE),
    /** Keeping and checking the books. */
    BOOKS(Given.BY_PAGE),
    /** Answering a person about themselves: the person's page. */
    PERSON_FILE(Given.BY_PAGE),
    /** Watching over personal data: the logs. */
    PROTECTION(Given.BY_PAGE),
    /** The card is on the desk and is compared. */
    IDENTIFY(Given.BY_READER),
    /** The person asked for their own data. */
    SUBJECT_REQUEST(Given.BY_READER),
    /** Something recorded is wrong and is being corrected. */
    CORRECTION(Given.BY_READER),
    /** An inspection or audit; the note names its decision. */
    INSPECTION(Given.WITH_A_NOTE),
    /** A competent authority asked; the note names its letter. */
    AUTHORITY(Given.WITH_A_NOTE);

    private final Given given;

    Purpose(Given given) {
        this.given = given;
    }

    /** Whether a reader may give it for a reveal or an export. */
    public boolean isAsked() {
        return given != Given.BY_PAGE;
    }

    /** Whether it says too little by itself. */
    public boolean needsNote() {
        return given == Given.WITH_A_NOTE;
    }

    private enum Given {
        BY_PAGE,
        BY_READER,
        WITH_A_NOTE
    }
}
