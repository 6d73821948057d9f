package org.dongvon.capital;

import org.dongvon.shared.Refusal;

/** Why capital was not lent or granted. */
public enum CapitalRefusal implements Refusal {
    UNKNOWN_CONTRACT(Kind.MISSING),
    ALLOTMENT_EXHAUSTED(Kind.RULE),
    CONTRACT_EXCEEDED(Kind.RULE),
    /** {0} what is lent of it, {1} what was asked for. */
    GRANT_BELOW_LENT(Kind.RULE),
    /** {0} what was typed. */
    CONTRACT_CODE_UNREADABLE(Kind.INPUT),
    /** {0} the code. */
    CONTRACT_KNOWN(Kind.RULE),
    /** {0} what was asked for. */
    UNKNOWN_SOURCE(Kind.INPUT),
    /** {0} the kind of capital, {1} the first day without it. */
    SOURCE_ENDED(Kind.RULE),
    /** An amount of nothing. */
    AMOUNT_NOT_POSITIVE(Kind.INPUT),
    /** {0} the last day, {1} the day of signing. */
    CONTRACT_ENDS_BEFORE_SIGNING(Kind.RULE),
    /** {0} the day, {1} the open day. */
    DAY_NOT_YET(Kind.RULE),
    /** {0} the amount, {1} what was received. */
    CONTRACT_BELOW_RECEIVED(Kind.RULE),
    /** {0} what was typed. */
    SHARE_UNREADABLE(Kind.INPUT),
    /** {0} what the four shares sum to. */
    DISTRIBUTION_NOT_WHOLE(Kind.RULE),
    /** {0} the series, {1} its programme. */
    SERIES_OF_OTHER_PROGRAMME(Kind.RULE),
    /** {0} what was typed. */
    PRIORITY_OUTSIDE(Kind.INPUT),
    /** {0} the day, {1} the day of signing. */
    BEFORE_CONTRACT(Kind.RULE),
    /** {0} the day, {1} the last day. */
    AFTER_CONTRACT(Kind.RULE),
    /** {0} the amount, {1} what is still to come. */
    MORE_THAN_AGREED(Kind.RULE),
    /** {0} the amount, {1} what lies idle and is granted to nobody. */
    MORE_THAN_IDLE(Kind.RULE),
    /** {0} the contract. */
    SAME_CONTRACT(Kind.INPUT),
    /** {0} the programme, {1} the contract. */
    PROGRAMME_NOT_ALLOWED(Kind.RULE),
    /** {0} the transaction point, {1} the contract. */
    AREA_NOT_ALLOWED(Kind.RULE),
    /** {0} the amount, {1} the most of the contract. */
    ABOVE_CAP_OF_CONTRACT(Kind.RULE);

    private final Kind kind;

    CapitalRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "capital";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
