package org.dongvon.document;

/** How sure a figure is: shown beside it wherever people read it. */
public enum Mark {
    /** A source that was read says so. */
    FOUND,
    /** General knowledge of the field: very likely right, to be verified. */
    KNOWN,
    /** Arithmetic on figures that were found. */
    DERIVED,
    /** Remembered or reported in part: an editable default. */
    UNSURE
}
