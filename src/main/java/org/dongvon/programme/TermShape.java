package org.dongvon.programme;

/** How the value of a programme's rule is written and read. */
public enum TermShape {
    /** One of the rule's names. */
    NAME,
    /** Some of the rule's names, between semicolons. */
    NAMES,
    /** Codes of programmes, between semicolons. */
    PROGRAMMES,
    /** Codes of forms, between semicolons. */
    FORMS,
    /** Months, or one of the rule's names. */
    MONTHS_OR_NAME,
    MONTHS,
    /** Months, the most usual first, between semicolons. */
    MONTHS_EACH,
    /** An amount above which the rule holds, or one of the rule's names. */
    DONG_OR_NAME,
    DONG,
    YEARS,
    PERCENT
}
