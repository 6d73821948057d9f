package org.dongvon.document;

/** How a document follows another. */
public enum LinkKind {
    IMPLEMENTS,
    REPLACES,
    AMENDS
}
