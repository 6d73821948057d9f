package org.dongvon.ledger;

import org.dongvon.shared.Refusal;

/** Why a page of the books could not be shown, or a seal not be made or read. */
public enum LedgerRefusal implements Refusal {
    UNKNOWN_JOURNAL(Kind.MISSING),
    UNKNOWN_OFFICE(Kind.MISSING),
    /** {0} the key's number. */
    SEAL_KEY_MISSING(Kind.RULE),
    /** {0} the key's number. */
    SEAL_KEY_IS_HERE(Kind.RULE),
    /** Two accounts, and one person behind them. */
    SEAL_KEY_ONE_PERSON(Kind.RULE),
    /** No reason, one of several lines, or a long one. */
    SEAL_KEY_REASON(Kind.RULE),
    /** {0} the file. */
    FILE_NOT_READABLE(Kind.RULE),
    /** {0} the file, {1} the line, or 0 for the whole. */
    ROOTS_FILE_BROKEN(Kind.RULE),
    /** {0} the file, {1} where in it. */
    EXPORT_FILE_BROKEN(Kind.RULE),
    /** {0} the office, {1} and {2} the days. */
    NOTHING_SEALED(Kind.MISSING),
    UNKNOWN_RECEIPT(Kind.MISSING);

    private final Kind kind;

    LedgerRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "ledger";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
