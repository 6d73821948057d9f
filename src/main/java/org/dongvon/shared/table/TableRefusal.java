package org.dongvon.shared.table;

import org.dongvon.shared.Refusal;

/** Why a file that was handed in is not read, and what may be wrong with one of its cells. */
public enum TableRefusal implements Refusal {
    /** {0} the path. */
    NO_SUCH_FILE(Kind.MISSING),
    /** {0} the name. */
    BAD_FILE_NAME(Kind.RULE),
    /** {0} the name. */
    NOT_A_TABLE(Kind.RULE),
    /** {0} megabytes allowed. */
    FILE_TOO_LARGE(Kind.RULE),
    EMPTY_FILE(Kind.RULE),
    SEVERAL_FILES(Kind.RULE),
    /** {0} the name: its content is something else than its ending says. */
    WRONG_CONTENT(Kind.RULE),
    ENCRYPTED(Kind.RULE),
    DAMAGED(Kind.RULE),
    /** {0} the part of the file. */
    BAD_PART_NAME(Kind.RULE),
    /** {0} the part of the file. */
    SWELLS(Kind.RULE),
    MACROS(Kind.RULE),
    EXTERNAL_LINKS(Kind.RULE),
    /** {0} the part of the file. */
    XML_DECLARATIONS(Kind.RULE),
    HIDDEN_SHEET(Kind.RULE),
    DAYS_FROM_1904(Kind.RULE),
    SEVERAL_SHEETS(Kind.RULE),
    /** {0} the first range. */
    MERGED_CELLS(Kind.RULE),
    /** {0} rows allowed. */
    TOO_MANY_ROWS(Kind.RULE),
    /** {0} columns allowed. */
    TOO_MANY_COLUMNS(Kind.RULE),
    /** {0} where, {1} characters allowed. */
    CELL_TOO_LONG(Kind.RULE),
    NUL_BYTES(Kind.RULE),
    NOT_UTF8(Kind.RULE),
    /** {0} the line. */
    BAD_QUOTES(Kind.RULE),
    /** {0} the columns that are missing. */
    MISSING_COLUMN(Kind.RULE),
    /** {0} the column. */
    DUPLICATE_COLUMN(Kind.RULE),
    /** {0} the column, {1} the columns there may be. */
    UNKNOWN_COLUMN(Kind.RULE),

    /** {0} cells, {1} columns. */
    SURPLUS_CELL(Kind.INPUT),
    FORMULA_CELL(Kind.INPUT),
    /** {0} what the cell shows. */
    ERROR_CELL(Kind.INPUT),
    NO_CONTENT(Kind.INPUT),
    /** {0} characters allowed. */
    TEXT_TOO_LONG(Kind.INPUT),
    /** {0} the character's number in hexadecimal. */
    INVISIBLE_CHARACTER(Kind.INPUT),
    /** {0} the text, {1} the character. */
    NOT_VIETNAMESE(Kind.INPUT),
    /** {0} the text. */
    RUNS_AS_FORMULA(Kind.INPUT);

    private final Kind kind;

    TableRefusal(Kind kind) {
        this.kind = kind;
    }

    @Override
    public String module() {
        return "table";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
