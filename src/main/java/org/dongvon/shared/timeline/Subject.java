package org.dongvon.shared.timeline;

/**
 * The record whose history is told.
 *
 * @param id its number; 0 where it is known by its name
 * @param name its code or login; empty where it is known by its number
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
        GROUP,
        SESSION,
        JOURNAL,
        PERSON,
        HOUSEHOLD,
        PROGRAMME,
        RULE,
        DOCUMENT,
        UNIT,
        CONTRACT,
        ACCOUNT,
        SIGN_IN_RULE
    }
}
