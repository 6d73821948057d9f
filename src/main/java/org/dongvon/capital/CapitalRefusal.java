package org.dongvon.capital;

import org.dongvon.shared.Refusal;

/** Why capital was not lent or granted. */
public enum CapitalRefusal implements Refusal {
    UNKNOWN_CONTRACT(Kind.MISSING),
    ALLOTMENT_EXHAUSTED(Kind.RULE),
    CONTRACT_EXCEEDED(Kind.RULE),
    /** {0} what is lent of it, {1} what was asked for. */
    GRANT_BELOW_LENT(Kind.RULE),
    /** {0} what is lent of it, {1} what is approved and not paid out, {2} what was asked for. */
    GRANT_BELOW_PROMISED(Kind.RULE),
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
    ABOVE_CAP_OF_CONTRACT(Kind.RULE),
    /** {0} what was asked for. */
    UNKNOWN_PLAN_LINE(Kind.MISSING),
    /** {0} the first month, {1} the last. */
    PLAN_MONTHS_UNREADABLE(Kind.INPUT),
    /** {0} the year, {1} the open one. */
    PLAN_YEAR_OUTSIDE(Kind.RULE),
    /** {0} the first month, {1} the open one. */
    PLAN_MONTH_OVER(Kind.RULE),
    /** No amount was typed. */
    PLAN_EMPTY(Kind.INPUT),
    /** {0} what was typed. */
    PLAN_HAMLET_UNREADABLE(Kind.INPUT),
    /** {0} the code, {1} the unit that is split. */
    PLAN_UNIT_NOT_BELOW(Kind.RULE),
    /** {0} the unit, {1} the month. */
    PLAN_NOT_GIVEN(Kind.RULE),
    /** {0} the sum, {1} the unit above, {2} what it has, {3} the month. */
    PLAN_ABOVE_PARENT(Kind.RULE),
    /** {0} the amount, {1} what those below have, {2} the unit, {3} the month. */
    PLAN_BELOW_CHILDREN(Kind.RULE),
    /** {0} the unit. */
    PLAN_ASKED_BY_COMMUNES(Kind.RULE),
    /** {0} the shortest, {1} the longest. */
    PLAN_NEEDS_REASON(Kind.INPUT),
    /** {0} the amount, {1} what is left, {2} the hamlet or unit, {3} the month, {4} the year. */
    PLAN_EXCEEDED(Kind.RULE),
    /** Neither of the two. */
    PLAN_RULE_UNREADABLE(Kind.INPUT),
    /** {0} the day, {1} the open day. */
    PLAN_RULE_RETROACTIVE(Kind.RULE),
    /** {0} the day, {1} the last row's. */
    PLAN_RULE_NOT_LAST(Kind.RULE),
    /** {0} the code. */
    UNKNOWN_CAMPAIGN(Kind.MISSING),
    /** {0} the code. */
    CAMPAIGN_KNOWN(Kind.RULE),
    /** A code, a name or a word of thanks that is missing or too long. */
    CAMPAIGN_WORDS(Kind.RULE),
    /** {0} the first day, {1} the last. */
    CAMPAIGN_DAYS(Kind.RULE),
    /** {0} the day, {1} the campaign's first day. */
    GIFT_BEFORE_CAMPAIGN(Kind.RULE),
    /** A donor or a reference that is missing or too long. */
    GIFT_WORDS(Kind.RULE),
    /** {0} the receipt's number. */
    UNKNOWN_GIFT(Kind.MISSING),
    /** {0} the pledge. */
    UNKNOWN_PLEDGE(Kind.RULE),
    /** {0} the receipt's number. */
    GIFT_USED_UP(Kind.RULE),
    /** {0} what is asked for, {1} what is left. */
    MORE_THAN_GIVEN(Kind.RULE),
    /** {0} the contract. */
    CONTRACT_NOT_OF_DONATIONS(Kind.RULE),
    /** {0} the contract. */
    CONTRACT_OF_OTHER_OFFICE(Kind.RULE),
    /** {0} the code. */
    UNKNOWN_CLAIM(Kind.MISSING),
    /** {0} what was typed. */
    CLAIM_PERIOD_UNREADABLE(Kind.INPUT),
    /** {0} the first day of the period, {1} the open day. */
    CLAIM_PERIOD_AHEAD(Kind.RULE),
    /** {0} the shortest, {1} the longest. */
    CLAIM_DOCUMENT_WORDS(Kind.RULE),
    /** {0} the day, {1} the day of the document before it. */
    CLAIM_DOCUMENT_EARLIER(Kind.RULE),
    /** {0} the code. */
    CLAIM_DECIDED(Kind.RULE),
    /** {0} the code. */
    CLAIM_NOT_DECIDED(Kind.RULE),
    /** {0} the amount, {1} what was claimed. */
    MORE_THAN_CLAIMED(Kind.RULE),
    /** {0} the amount, {1} what is still to come. */
    MORE_THAN_ACCEPTED(Kind.RULE);

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
