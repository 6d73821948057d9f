package org.dongvon.document;

import org.dongvon.shared.Refusal;

/** What the register of documents refuses. */
public enum DocumentRefusal implements Refusal {
    /** {0} the code that was asked for. */
    UNKNOWN_DOCUMENT(Kind.MISSING),
    /** {0} the code that was typed. */
    CODE_NOT_PLAIN(Kind.INPUT),
    /** {0} the code. */
    CODE_TAKEN(Kind.RULE),
    /** {0} the number, {1} the code under which it is registered. */
    DOCUMENT_REGISTERED(Kind.RULE),
    /** {0} the first day, {1} the day after the last. */
    PERIOD_BACKWARD(Kind.RULE);

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
