package org.dongvon.position;

/** What heads are counted by. */
public enum Dimension {
    /** All together; its key is empty. */
    ALL,
    /** By credit programme; the key is its number. */
    PROGRAMME,
    /** By association; the key is its code, {@code NONE} for direct lending. */
    ASSOCIATION,
    /** By capital contract; the key is its number. */
    CONTRACT
}
