package org.dongvon.ledger;

import org.dongvon.shared.Refusal;

/** Why a page of the books could not be shown. */
public enum LedgerRefusal implements Refusal {
    UNKNOWN_JOURNAL,
    UNKNOWN_OFFICE;

    @Override
    public String module() {
        return "ledger";
    }

    @Override
    public Kind kind() {
        return Kind.MISSING;
    }
}
