package org.dongvon.programme;

/** The way a programme's money goes to the borrower. */
public enum Channel {
    /** Ủy thác: through an association and its groups. */
    ENTRUSTED,
    /** Cho vay trực tiếp. */
    DIRECT,
    BOTH
}
