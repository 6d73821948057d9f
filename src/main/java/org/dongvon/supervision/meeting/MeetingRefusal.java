package org.dongvon.supervision.meeting;

import org.dongvon.shared.Refusal;

/** Why minutes of a coordination meeting were not written, not signed or not shown. */
public enum MeetingRefusal implements Refusal {
    /** {0} the day of the session. */
    MEETING_BEFORE_CLOSE(Kind.RULE),
    MEETING_OF_COUNTER(Kind.RULE),
    /** {0} the day of signing. */
    MEETING_SIGNED(Kind.RULE),
    MEETING_NOT_ITS_CHAIR(Kind.FORBIDDEN),
    MEETING_NOT_WRITTEN(Kind.RULE),
    /** {0} how many compulsory seats nobody has said anything of. */
    MEETING_SEATS_OPEN(Kind.RULE),
    MEETING_WITHOUT_CONCLUSION(Kind.INPUT),
    /** {0} the seat. */
    MEETING_SEAT_UNKNOWN(Kind.INPUT),
    /** {0} the most characters. */
    MEETING_TEXT_LONG(Kind.INPUT),
    MEETING_HOLDS_NUMBER(Kind.INPUT),
    MEETING_NOT_SIGNED(Kind.RULE);

    private final Kind kind;

    MeetingRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "supervision";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
