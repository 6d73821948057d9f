package org.dongvon.organisation;

/** A place or house: its code is what commands and addresses name it by. */
public record Unit(long id, String code, Kind kind, String name) {

    /** What a unit is in the tree. */
    public enum Kind {
        COUNTRY,
        PROVINCE,
        OFFICE,
        POINT,
        COMMUNE,
        HAMLET
    }
}
