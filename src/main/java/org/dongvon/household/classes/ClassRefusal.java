package org.dongvon.household.classes;

import org.dongvon.shared.Refusal;

/** Why a list of classes is not taken, and what is wrong with a cell of its file. */
public enum ClassRefusal implements Refusal {
    /** {0} bad cells, {1} the first's row, {2} its column. */
    BAD_CELLS(Kind.RULE),
    NO_ROWS(Kind.RULE),
    NO_SUCH_UPLOAD(Kind.MISSING),
    /** {0} the decision. */
    LIST_LOADED(Kind.RULE),
    GOOD_ROWS_ARE_NO_LIST(Kind.RULE),
    UNKNOWN_DECISION(Kind.INPUT),
    DECISION_WITHOUT_DAY(Kind.INPUT),
    DECISION_NOT_OF_A_COMMITTEE(Kind.INPUT),
    /** {0} the row, {1} what stands there. */
    DIFFERS_FROM_FIRST_ROW(Kind.INPUT),
    UNKNOWN_EXTENT(Kind.INPUT),
    UNKNOWN_CLASS(Kind.INPUT),
    UNKNOWN_HOUSEHOLD_CODE(Kind.INPUT),
    /** {0} the earlier row. */
    LISTED_TWICE(Kind.INPUT),
    NAME_NOT_OF_HOUSEHOLD(Kind.INPUT);

    private final Kind kind;

    ClassRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "classes";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
