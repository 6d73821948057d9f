package org.dongvon.report.figures;

import org.dongvon.shared.Refusal;

/** Why figures are not loaded, and what is wrong with a cell of their file. */
public enum FigureRefusal implements Refusal {
    /** {0} bad cells, {1} the first's row, {2} its column. */
    BAD_CELLS(Kind.RULE),
    NO_SUCH_UPLOAD(Kind.MISSING),

    /** {0} the text. */
    UNKNOWN_INDICATOR(Kind.INPUT),
    /** {0} the text. */
    UNKNOWN_PROGRAMME(Kind.INPUT),
    /** {0} the text. */
    UNKNOWN_ASSOCIATION(Kind.INPUT),
    /** {0} the text. */
    UNKNOWN_SOURCE(Kind.INPUT),
    /** {0} the text. */
    UNKNOWN_SCALE(Kind.INPUT),
    /** {0} the scale, {1} the indicator, {2} the scales it takes. */
    SCALE_DOES_NOT_SUIT(Kind.INPUT),
    /** {0} the day. */
    DAY_OUT_OF_RANGE(Kind.INPUT),
    /** {0} the indicator. */
    BASE_MISSING(Kind.INPUT),
    /** {0} the indicator. */
    BASE_NOT_TAKEN(Kind.INPUT),
    /** {0} the base, {1} the day. */
    BASE_NOT_EARLIER(Kind.INPUT),
    /** {0} the text. */
    NOT_PRINTED_NUMBER(Kind.INPUT),
    /** {0} the number. */
    DECIMALS_OF_A_NUMBER_CELL(Kind.INPUT),
    /** {0} the text, {1} the indicator. */
    NEGATIVE(Kind.INPUT),
    /** {0} the text. */
    FRACTION(Kind.INPUT),
    /** {0} the text. */
    TOO_LARGE(Kind.INPUT),
    /** {0} the other row, {1} what it prints. */
    PRINTED_TWICE(Kind.INPUT),
    /** {0} what was loaded, {1} its document. */
    LOADED_OTHERWISE(Kind.INPUT);

    private final Kind kind;

    FigureRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "figures";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
