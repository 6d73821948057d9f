package org.dongvon.shared.table;

import org.dongvon.shared.Refused;

/**
 * Walks once through a text before it is cut into cells, and stops at the first line, column or cell beyond the limits:
 * a record of a million columns or a cell of ten megabytes is never built.
 */
final class CsvGuard {

    private static final char QUOTE = '"';

    private final char delimiter;
    private int read;
    private int lines = 1;
    private int columns = 1;
    private int length;
    private boolean isQuoted;
    private boolean hasJustEnded;

    CsvGuard(char delimiter) {
        this.delimiter = delimiter;
    }

    /**
     * Looks at each character until a limit is passed.
     *
     * @throws Refused {@link TableRefusal#TOO_MANY_ROWS}, {@link TableRefusal#TOO_MANY_COLUMNS},
     *     {@link TableRefusal#CELL_TOO_LONG}
     */
    void check(String text) {
        for (; read < text.length(); read++) {
            take(text.charAt(read));
        }
    }

    /** How many characters were looked at. */
    int read() {
        return read;
    }

    private void take(char each) {
        // Quotes count where a cell begins with one; two of them in a row end and begin again.
        boolean turns = each == QUOTE && (isQuoted || hasJustEnded || length == 0);
        hasJustEnded = turns && isQuoted;
        isQuoted ^= turns;
        if (!isQuoted && each == '\n') {
            nextLine();
        } else if (!isQuoted && each == delimiter) {
            nextCell();
        } else if (++length > 2 * TableFile.LONGEST_CELL + 2) {
            // Quotes in a cell are doubled, and two stand around it; the exact length is looked at when it is cut.
            var at = (char) ('A' + (columns - 1) % 26) + Integer.toString(lines);
            throw new Refused(TableRefusal.CELL_TOO_LONG, at, TableFile.LONGEST_CELL);
        }
    }

    private void nextLine() {
        // The last line may end with a line break too, and there is a header.
        if (++lines > TableFile.MOST_ROWS + 2) {
            throw new Refused(TableRefusal.TOO_MANY_ROWS, TableFile.MOST_ROWS);
        }
        columns = 1;
        length = 0;
    }

    private void nextCell() {
        if (++columns > TableFile.MOST_COLUMNS) {
            throw new Refused(TableRefusal.TOO_MANY_COLUMNS, TableFile.MOST_COLUMNS);
        }
        length = 0;
    }
}
