package org.dongvon.shared.timeline;

/**
 * The record whose history is told.
 *
 * @param id its number; 0 where it is known by its name
 * @param name its code or login; empty where it is known by its number, and where the history is of all records of the kind
 */
public record Subject(Kind kind, long id, String name) {

    public Subject(Kind kind, long id) {
        this(kind, id, "");
    }

    public Subject(Kind kind, String name) {
        this(kind, 0, name);
    }

    /** What has a history: by number first, then by name. */
    public enum Kind {
        LOAN,
        APPLICATION,
        DOSSIER,
        GROUP,
        SESSION,
        JOURNAL,
        PERSON,
        HOUSEHOLD,
        PROGRAMME,
        RULE,
        FEE_RULE,
        RATING_RULE,
        SESSION_RULE,
        PLAN,
        DOCUMENT,
        UNIT,
        CONTRACT,
        FEES,
        ACCOUNT,
        SIGN_IN_RULE
    }
}
