package org.dongvon.programme;

/** The way a programme's money goes to the borrower. */
public enum Channel {
    /** Ủy thác: through an association and its groups. */
    ENTRUSTED,
    /** Cho vay trực tiếp. */
    DIRECT,
    BOTH;

    /** The channel of the national list's letters U, D and UD. */
    static Channel ofMode(String mode) {
        return switch (mode) {
            case "U" -> ENTRUSTED;
            case "D" -> DIRECT;
            case "UD" -> BOTH;
            default -> throw new IllegalArgumentException(mode);
        };
    }
}
