package org.dongvon.shared.table;

/**
 * What stands in a cell.
 *
 * @param text as it was written; of a number in a workbook, its digits with a dot as the decimal mark
 */
public record Cell(String text, Kind kind) {

    /** A cell without content. */
    public static final Cell EMPTY = new Cell("", Kind.TEXT);

    /** What a workbook says that a cell is; a .csv knows texts alone. */
    public enum Kind {
        TEXT,
        NUMBER,
        FORMULA,
        ERROR
    }

    /** A text. */
    static Cell text(String text) {
        return text.isEmpty() ? EMPTY : new Cell(text, Kind.TEXT);
    }

    public boolean isEmpty() {
        return kind == Kind.TEXT && text.isBlank();
    }
}
