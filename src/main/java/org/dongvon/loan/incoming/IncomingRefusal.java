package org.dongvon.loan.incoming;

import org.dongvon.shared.Refusal;

/** Why something about an incoming transfer was declined. */
public enum IncomingRefusal implements Refusal {
    INCOMING_EMPTY(Kind.INPUT),
    INCOMING_TOO_MANY(Kind.INPUT),
    INCOMING_CELL_UNREAD(Kind.INPUT),
    INCOMING_REFERENCE_TWICE(Kind.INPUT),
    INCOMING_REFERENCE_TAKEN(Kind.RULE),
    INCOMING_AHEAD(Kind.INPUT),
    INCOMING_UNKNOWN(Kind.MISSING),
    INCOMING_ABOVE_LEFT(Kind.RULE),
    INCOMING_VALUE_DATE(Kind.RULE),
    INCOMING_USE_UNKNOWN(Kind.MISSING),
    INCOMING_USE_TAKEN_BACK(Kind.RULE);

    private final Kind kind;

    IncomingRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "loan";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
