package org.dongvon.notice;

import java.util.Set;

/** What a message tells of, with the places that its text may have; its name for people is {@code messageKind.<NAME>}. */
public enum MessageKind {
    /** The session is near, with what is to be paid there. */
    SESSION_NEAR("name", "session", "point", "interest", "saving", "principal", "total"),
    /** A line was posted: what was paid, what is owed and saved after it. */
    RECEIPT("name", "day", "interest", "principal", "saving", "outstanding", "balance"),
    /** A line was taken back of which a message was sent. */
    RECEIPT_REVERSED("name", "day"),
    /** An instalment falls due soon. */
    INSTALMENT_NEAR("name", "principal", "programme", "due", "point", "days"),
    /** Principal became overdue. */
    OVERDUE("name", "principal", "programme", "due"),
    /** A session is held on another day. */
    SESSION_MOVED("nominal", "session", "point"),
    /** A session is not held; the next is the point's next regular one. */
    SESSION_CANCELLED("nominal", "session", "point"),
    /** A term deposit matures soon. */
    TERM_MATURING("name", "balance", "due", "point");

    // Made by Set.of, which nobody changes.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Set<String> places;

    MessageKind(String... places) {
        this.places = Set.of(places);
    }

    /** The names that may stand in braces in its text. */
    public Set<String> places() {
        return places;
    }
}
