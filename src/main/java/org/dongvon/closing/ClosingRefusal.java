package org.dongvon.closing;

import org.dongvon.shared.Refusal;

/** Why a day is not closed. */
public enum ClosingRefusal implements Refusal {
    NO_OFFICE(Kind.MISSING),
    NOTHING_CLOSED(Kind.MISSING),
    NOT_AN_OFFICE(Kind.RULE),
    OTHER_OFFICE(Kind.FORBIDDEN),
    ALREADY_CLOSED(Kind.RULE),
    POSTINGS_GO_ON(Kind.RULE);

    private final Kind kind;

    ClosingRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "closing";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
