package org.dongvon.loan.source;

import org.dongvon.shared.Refusal;

/** Why loans did not pass to the money of another contract. */
public enum SourceRefusal implements Refusal {
    /** {0} the loan, {1} the contract. */
    SOURCE_OTHER_CONTRACT(Kind.RULE),
    /** {0} the loan, {1} the office. */
    SOURCE_OTHER_OFFICE(Kind.RULE),
    /** {0} the contract. */
    SOURCE_NO_LOANS(Kind.RULE),
    /** {0} how many at most. */
    SOURCE_TOO_MANY(Kind.RULE),
    /** {0} how many at most. */
    SOURCE_TOO_MANY_CODES(Kind.INPUT),
    /** {0} the contract, {1} the office. */
    SOURCE_NOT_GRANTED(Kind.RULE),
    /** {0} loans now, {1} loans asked for, {2} đồng now, {3} đồng asked for. */
    SOURCE_MORE_THAN_ASKED(Kind.RULE),
    /** {0} the decision. */
    SOURCE_NOT_OPPOSITE(Kind.RULE);

    private final Kind kind;

    SourceRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "loan";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
