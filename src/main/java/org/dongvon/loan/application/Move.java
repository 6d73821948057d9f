package org.dongvon.loan.application;

/** What may be done to an application; {@link Transition} says from where, to where and by whom. */
public enum Move {
    SUBMIT,
    /** Handed in at the office, of a direct loan: the clock of the bank's decision runs. */
    FILE,
    WITHDRAW(true),
    /** By the vote of a meeting alone. */
    ACCEPT,
    /** By the vote of a meeting alone. */
    REJECT,
    SEND,
    CONFIRM,
    REFUSE(true),
    RECEIVE,
    /** Back to the group, for what is missing. */
    RETURN(true),
    /** The group has mended it: it goes on where it was returned. */
    RESUBMIT,
    /** By the second person of the bank's decision alone. */
    APPROVE,
    /** By the second person of the bank's decision alone. */
    DECLINE(true),
    /** By a notice of approval (04/TD) alone. */
    NOTIFY,
    /** The contract of a direct loan is signed, and secured where its programme asks for it. */
    SIGN,
    /** Approved and not taken. */
    CANCEL(true),
    /** By the payment alone, at the session or to an account. */
    PAY_OUT;

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

    /** Whether it is a person's own word, and not the consequence of a vote, a decision, a notice or a payment. */
    public boolean isPlain() {
        return switch (this) {
            case ACCEPT, REJECT, APPROVE, DECLINE, NOTIFY, PAY_OUT -> false;
            default -> true;
        };
    }

    /** Whether one person makes it once for an application, and then none of the others of the kind. */
    boolean isOfOnePersonEach() {
        return switch (this) {
            case SUBMIT, FILE, CONFIRM, REFUSE, RECEIVE, APPROVE, DECLINE, PAY_OUT -> true;
            default -> false;
        };
    }
}
