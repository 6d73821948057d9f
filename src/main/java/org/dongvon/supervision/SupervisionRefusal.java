package org.dongvon.supervision;

import org.dongvon.shared.Refusal;

/** Why something of supervision was not entered or not found. */
public enum SupervisionRefusal implements Refusal {
    NOT_RATED(Kind.RULE),
    WEIGHTS_NOT_100(Kind.RULE),
    CLASSES_NOT_IN_ORDER(Kind.RULE),
    OVERDUE_LIMIT_OUTSIDE(Kind.RULE),
    RATING_RULE_NOT_LAST(Kind.RULE),
    RATING_RULE_RETROACTIVE(Kind.RULE);

    private final Kind kind;

    SupervisionRefusal(Kind kind) {
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
