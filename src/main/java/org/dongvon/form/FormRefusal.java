package org.dongvon.form;

import org.dongvon.shared.Refusal;

/** Why a form was not printed; the first that applies is reported. */
public enum FormRefusal implements Refusal {
    UNKNOWN_FORM(Kind.MISSING),
    NO_TEXT_ON_DAY(Kind.RULE),
    NOTHING_TO_PRINT(Kind.RULE);

    private final Kind kind;

    FormRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "form";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
