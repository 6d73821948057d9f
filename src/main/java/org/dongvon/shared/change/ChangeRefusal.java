package org.dongvon.shared.change;

import org.dongvon.shared.Refusal;

/** Why a change was not asked for or not decided, in the order in which it is looked at. */
public enum ChangeRefusal implements Refusal {
    /** {0} the number asked for. */
    UNKNOWN_CHANGE(Kind.MISSING),
    CHANGE_NEEDS_REASON(Kind.INPUT),
    CHANGE_NEEDS_DOCUMENT(Kind.INPUT),
    /** {0} the code that was typed. */
    CHANGE_DOCUMENT_UNKNOWN(Kind.INPUT),
    CHANGES_NOTHING(Kind.RULE),
    /** {0} the number of the former request, {1} its state. */
    FORMER_NOT_YOURS(Kind.RULE),
    /** {0} the maker's role. */
    ROLE_MAY_NOT_ASK(Kind.FORBIDDEN),
    COUNTRY_ONLY(Kind.FORBIDDEN),
    /** {0} the subject. */
    OUTSIDE_SCOPE(Kind.MISSING),
    OWN_CHANGE(Kind.FORBIDDEN),
    NOT_YOUR_CHANGE(Kind.FORBIDDEN),
    /** {0} the role, {1} the lowest role that may. */
    ROLE_MAY_NOT_APPROVE(Kind.FORBIDDEN),
    /** {0} its state, {1} the name of who decided, {2} when. */
    ALREADY_DECIDED(Kind.RULE),
    /** {0} the amount, {1} the role, {2} its limit, {3} the lowest role whose limit covers it. */
    ABOVE_LIMIT(Kind.RULE),
    /** {0} the amount, {1} the highest limit there is, {2} the role that has it. */
    ABOVE_EVERY_LIMIT(Kind.RULE),
    RETURN_NEEDS_REASON(Kind.INPUT),
    /** {0} the field, {1} what the maker saw, {2} what it is now. */
    CHANGE_STALE(Kind.RULE),
    NOTHING_CHOSEN(Kind.INPUT),
    CHOSEN_OF_SEVERAL_KINDS(Kind.RULE),
    /** {0} the kind typed. */
    UNKNOWN_CHANGE_KIND(Kind.MISSING),
    /** {0} the role. */
    LIMIT_FOR_NO_APPROVER(Kind.RULE),
    /** {0} the day, {1} the open day. */
    LIMIT_DAY_PAST(Kind.RULE),
    /** {0} the day. */
    LIMIT_DAY_TAKEN(Kind.RULE);

    private final Kind kind;

    ChangeRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "shared";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
