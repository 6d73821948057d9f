package org.dongvon.shared.timeline;

/** The history of a page whose model has no better place for it. */
public record History(Subject subject) implements HasTimeline {

    /** Of what is known by its code or login. */
    public static History of(Subject.Kind kind, String name) {
        return new History(new Subject(kind, name));
    }

    /** Of all that is of a kind. */
    public static History ofAll(Subject.Kind kind) {
        return of(kind, "");
    }
}
