package org.dongvon.loan.risk;

/** What may be done to a dossier; {@link Transition} says from where, to where and by whom. */
public enum Move {
    SUBMIT,
    /** Mended, and sent to the commune again. */
    RESUBMIT,
    WITHDRAW(true),
    CONFIRM,
    REFUSE(true),
    RETURN(true),
    CHECK,
    LIST,
    /** By whoever decides on the list: not this one. */
    REJECT(true),
    /** By the second person of a decision alone. */
    DECIDE;

    private final boolean needsReason;

    Move() {
        this(false);
    }

    Move(boolean needsReason) {
        this.needsReason = needsReason;
    }

    public boolean needsReason() {
        return needsReason;
    }

    /** Whether the dossier goes on towards a decision, and so must be complete and its loss still enough. */
    boolean goesOn() {
        return switch (this) {
            case SUBMIT, RESUBMIT, CONFIRM, CHECK, LIST, DECIDE -> true;
            case WITHDRAW, REFUSE, RETURN, REJECT -> false;
        };
    }

    /** Whether one and the same person makes it and none of the others of the kind. */
    boolean isOfOnePersonEach() {
        return this == SUBMIT || this == CONFIRM || this == CHECK;
    }
}
