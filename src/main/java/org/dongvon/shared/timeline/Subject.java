package org.dongvon.shared.timeline;

/** The record whose history is told. */
public record Subject(Kind kind, long id) {

    /** What has a history. */
    public enum Kind {
        LOAN,
        APPLICATION,
        GROUP,
        SESSION,
        JOURNAL,
        PERSON
    }
}
