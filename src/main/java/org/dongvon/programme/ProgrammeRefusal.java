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
    RULE_NOT_KNOWN_BEFORE(Kind.RULE);

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
