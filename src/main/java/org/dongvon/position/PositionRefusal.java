package org.dongvon.position;

import org.dongvon.shared.Refusal;

/** Why a question about totals was declined. */
public enum PositionRefusal implements Refusal {
    BOOKS_NOT_OPEN(Kind.RULE),
    OUT_OF_SCOPE(Kind.MISSING),
    BEFORE_BOOKS(Kind.RULE);

    private final Kind kind;

    PositionRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "position";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
