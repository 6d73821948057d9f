package org.dongvon.group;

import org.dongvon.shared.Refusal;

/** Why a group or its members were not registered. */
public enum GroupRefusal implements Refusal {
    UNKNOWN_GROUP(Kind.MISSING),
    GROUP_FULL(Kind.RULE),
    UNKNOWN_POINT_OF_GROUPS(Kind.MISSING);

    private final Kind kind;

    GroupRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "group";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
