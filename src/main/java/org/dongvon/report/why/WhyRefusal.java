package org.dongvon.report.why;

import org.dongvon.shared.Refusal;

/** Why it is not said how a balance changed. */
public enum WhyRefusal implements Refusal {
    WHY_DAYS_TURNED(Kind.INPUT),
    WHY_UNKNOWN_SUBJECT(Kind.MISSING);

    private final Kind kind;

    WhyRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "report";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
