package org.dongvon.shared;

/** What a scope may be narrowed to, besides its points. */
public enum NarrowedTo {
    ASSOCIATION,
    GROUP,
    PERSON
}
