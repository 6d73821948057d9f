package org.dongvon.programme;

import org.dongvon.shared.Refusal;

/** What the programmes and their rates refuse, in the order in which it is looked at. */
public enum ProgrammeRefusal implements Refusal {
    /** {0} the code that was asked for. */
    UNKNOWN_PROGRAMME(Kind.MISSING),
    /** {0} the code that was asked for. */
    UNKNOWN_SERIES(Kind.MISSING),
    /** {0} the series, {1} the day that was asked for, {2} the first day with a rate. */
    RATE_NOT_KNOWN_BEFORE(Kind.RULE),
    /** {0} the programme, {1} the day of the contract. */
    NO_SERIES_FOR_CONTRACT(Kind.RULE),
    /** {0} the rule, {1} the day that was asked for. */
    RULE_NOT_KNOWN_BEFORE(Kind.RULE),
    /** {0} the code that was asked for. */
    UNKNOWN_RULE(Kind.MISSING),
    /** {0} what was typed, {1} the rule. */
    RULE_VALUE_UNREADABLE(Kind.INPUT),
    /** {0} the day, {1} the first day that can be chosen. */
    RULE_RETROACTIVE(Kind.RULE),
    /** {0} the day, {1} the day of the rule's last row. */
    RULE_NOT_LAST(Kind.RULE),
    /** {0} what was typed, {1} the rule. */
    TERM_VALUE_UNREADABLE(Kind.INPUT),
    /** {0} the cap that was asked for. */
    UNKNOWN_CAP(Kind.MISSING),
    /** {0} the percentage. */
    CAP_SHARE_OUTSIDE(Kind.INPUT),
    CAP_NOT_POSITIVE(Kind.INPUT),
    /** {0} what was typed. */
    RATE_UNREADABLE(Kind.INPUT),
    /** {0} the series, {1} the day, {2} the first day that can be chosen. */
    RATE_DAY_CLOSED_MEANWHILE(Kind.RULE),
    /** {0} the series, {1} the day, {2} the day of its last row. */
    RATE_NOT_LAST(Kind.RULE),
    /** {0} the overdue rate, {1} the rate in term. */
    OVERDUE_BELOW_IN_TERM(Kind.RULE);

    private final Kind kind;

    ProgrammeRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "programme";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
