package org.dongvon.group.change;

import java.util.List;

/**
 * A field of the form of a change.
 *
 * @param name of the fact; its label is {@code change.fact.<kind>.<name>}, its hint {@code group-change.hint.<name>}
 * @param choices the constants to choose from, where it is a choice
 */
public record Field(String name, Type type, List<String> choices) {

    Field(String name, Type type) {
        this(name, type, List.of());
    }

    /** How it is typed or chosen. */
    public enum Type {
        DATE,
        MONEY,
        COUNT,
        TEXT,
        /** One member of the group. */
        MEMBER,
        /** Some of the members, ticked. */
        MEMBERS,
        /** Codes of households, one a line. */
        HOUSEHOLDS,
        /** The code of another group. */
        GROUP,
        /** The name of a hamlet, or nothing; then there is no such fact. */
        HAMLET,
        CHOICE
    }

    /** What a choice's message begins with; the fact of a choice is the whole key. */
    public String prefix() {
        return "group-change." + name + ".";
    }
}
