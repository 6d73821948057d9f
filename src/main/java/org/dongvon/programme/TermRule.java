package org.dongvon.programme;

/** What bounds the term of a programme's loans. */
public enum TermRule {
    /** A number of months. */
    MONTHS,
    AGREED,
    /** The student's course. */
    COURSE,
    /** The labour contract. */
    CONTRACT,
    /** The resolution of a people's council. */
    RESOLUTION,
    UNKNOWN
}
