package org.dongvon.programme;

/** The class of borrowers that a rate series is for. */
public enum BorrowerClass {
    /** The programme has one rate. */
    ALL,
    /** Whoever is not in the priority class. */
    STANDARD,
    /** Đối tượng ưu tiên: the disabled, minorities in extremely difficult areas, whoever employs 30 % of them… */
    PRIORITY
}
