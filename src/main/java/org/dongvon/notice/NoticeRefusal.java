package org.dongvon.notice;

import org.dongvon.shared.Refusal;

/** Why a text was not taken, or a message not made, sent or decided on. */
public enum NoticeRefusal implements Refusal {
    /** {0} the fewest letters, {1} the most. */
    TEXT_LENGTH(Kind.INPUT),
    TEXT_HOLDS_LINK(Kind.INPUT),
    TEXT_HOLDS_NUMBER(Kind.INPUT),
    /** {0} the place, {1} those there are. */
    TEXT_PLACE_UNKNOWN(Kind.INPUT),
    /** {0} parts of the example, {1} the most. */
    TEXT_TOO_MANY_PARTS(Kind.INPUT),
    /** {0} the day asked for, {1} the open day. */
    TEMPLATE_DAY_PAST(Kind.RULE),
    /** {0} the day. */
    TEMPLATE_DAY_TAKEN(Kind.RULE),
    UNKNOWN_KIND(Kind.MISSING),
    UNKNOWN_MESSAGE(Kind.MISSING),
    DECISION_NOT_CHOSEN(Kind.INPUT),
    /** {0} the most letters. */
    DECISION_NEEDS_REASON(Kind.INPUT),
    /** {0} the state it is in. */
    DECISION_NOT_OF_THE_STATE(Kind.RULE),
    TEXT_GONE(Kind.RULE),
    /** {0} the day asked for, {1} the open day. */
    DAY_NOT_COME(Kind.INPUT),
    /** {0} the file, {1} the setting. */
    SETTING_MISSING(Kind.RULE),
    /** {0} the file, {1} the setting. */
    SETTING_WRONG(Kind.RULE),
    /** {0} the file. */
    SETTINGS_OPEN_TO_OTHERS(Kind.RULE);

    private final Kind kind;

    NoticeRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "notice";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
