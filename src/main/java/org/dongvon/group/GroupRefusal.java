package org.dongvon.group;

import org.dongvon.shared.Refusal;

/** Why a group or its members were not registered. */
public enum GroupRefusal implements Refusal {
    UNKNOWN_GROUP(Kind.MISSING),
    GROUP_FULL(Kind.RULE),
    UNKNOWN_POINT_OF_GROUPS(Kind.MISSING),
    UNKNOWN_GROUP_CHANGE(Kind.MISSING),
    NO_CONTRACT_TO_PRINT(Kind.RULE),
    GROUP_CLOSED(Kind.RULE),
    GROUP_CODE_TAKEN(Kind.RULE),
    GROUP_CODE_UNREADABLE(Kind.RULE),
    UNKNOWN_MEMBER(Kind.RULE),
    UNKNOWN_HOUSEHOLD_OF_GROUP(Kind.RULE),
    HOUSEHOLD_TWICE(Kind.RULE),
    MEETING_NOT_HELD_YET(Kind.RULE),
    VOTES_DO_NOT_ADD(Kind.RULE),
    MEETING_WITHOUT_QUORUM(Kind.RULE),
    ATTENDANCE_DIFFERS(Kind.RULE),
    NOT_CARRIED(Kind.RULE),
    GROUP_TOO_SMALL(Kind.RULE),
    HAMLET_NOT_ADJACENT(Kind.RULE),
    HAMLET_IS_THE_SAME(Kind.RULE),
    HOUSEHOLD_LIVES_THERE(Kind.RULE),
    HAMLET_NOT_OF_POINT(Kind.RULE),
    GROUP_TOO_FAR(Kind.RULE),
    NOT_YOUR_ASSOCIATION(Kind.RULE),
    HOUSEHOLD_OF_OTHER_POINT(Kind.RULE),
    HOUSEHOLD_IN_A_GROUP(Kind.RULE),
    SAVING_BELOW_CONVENTION(Kind.RULE),
    BOARD_OF_ONE(Kind.RULE),
    STANDING_ON_BOARD(Kind.RULE),
    ON_THE_BOARD(Kind.RULE),
    MEMBER_OWES(Kind.RULE),
    MEMBER_APPLIES(Kind.RULE),
    MEMBER_HAS_DEPOSIT(Kind.RULE),
    MEMBER_MONEY_ON_ITS_WAY(Kind.RULE),
    SAME_GROUP(Kind.RULE),
    OTHER_POINT(Kind.RULE),
    OTHER_ASSOCIATION(Kind.RULE),
    BOARD_NOT_AMONG_THEM(Kind.RULE),
    MEETS_IN_MONTHS(Kind.RULE),
    CONTRACT_NOT_LATER(Kind.RULE),
    CONTRACT_NOT_SIGNED_YET(Kind.RULE),
    CONTRACT_NEEDS_BOARD(Kind.RULE);

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
