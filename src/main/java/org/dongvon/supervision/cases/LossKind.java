package org.dongvon.supervision.cases;

/** What happened (handbook 8.4); its name for people is the message {@code lossKind.<CONSTANT>}. */
public enum LossKind {
    /** Chiếm dụng. */
    MISAPPROPRIATED,
    /** Xâm tiêu. */
    EMBEZZLED,
    /** Thu không nộp. */
    NOT_PAID_IN,
    /** Vay ké. */
    BORROWED_FOR_OTHERS
}
