package org.dongvon.document;

import org.dongvon.shared.Refusal;

/** What the register of documents refuses. */
public enum DocumentRefusal implements Refusal {
    /** {0} the code that was asked for. */
    UNKNOWN_DOCUMENT(Kind.MISSING);

    private final Kind kind;

    DocumentRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "document";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
