package org.dongvon.session;

import org.dongvon.shared.Refusal;

/** Why something about money that a group head took in the village was declined; the first that applies is reported. */
public enum ProvisionalRefusal implements Refusal {
    NO_GROUP_OF_YOURS(Kind.MISSING),
    PROVISIONAL_EMPTY(Kind.INPUT),
    PROVISIONAL_NO_MEMBER(Kind.RULE),
    PROVISIONAL_NO_DEPOSIT(Kind.RULE),
    PROVISIONAL_NO_CONTRACT(Kind.RULE),
    PROVISIONAL_MORE_THAN_OWED(Kind.RULE),
    PROVISIONAL_NOTHING_TO_HAND_IN(Kind.RULE),
    PROVISIONAL_HANDED_IN(Kind.RULE),
    PROVISIONAL_ENDED(Kind.RULE),
    PROVISIONAL_NEEDS_REASON(Kind.INPUT),
    PROVISIONAL_NOT_HANDED_IN(Kind.RULE),
    PROVISIONAL_CHANGED(Kind.RULE),
    PROVISIONAL_DIFFERS(Kind.RULE);

    private final Kind kind;

    ProvisionalRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "session";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
