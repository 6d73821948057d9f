package org.dongvon.household.members;

/** Why somebody left the household. */
enum Cause {
    DIED,
    MARRIED,
    MOVED,
    /** Tách hộ: they are a household of their own. */
    SPLIT,
    OTHER
}
