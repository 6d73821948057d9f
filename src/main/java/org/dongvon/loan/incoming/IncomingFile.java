package org.dongvon.loan.incoming;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.dongvon.shared.Refused;
import org.dongvon.shared.table.Cell;
import org.dongvon.shared.table.Table;
import org.dongvon.shared.table.TableFile;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;

/**
 * A bank's list handed in as a .csv or .xlsx becomes what would have been pasted: each row on the line of its own number, so
 * that whatever is refused names the row of the file.
 */
final class IncomingFile {

    /** The columns of a file, all of them, in any order. */
    static final List<String> COLUMNS =
            Arrays.stream(IncomingColumn.values()).map(IncomingFile::header).toList();

    /** Day 0 of a workbook. */
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);

    private static final int LAST_DAY = 80_000;
    private static final int SHOWN = 40;

    private IncomingFile() {}

    /**
     * The rows as text, each cell after a tab.
     *
     * @throws Refused a constant of {@link org.dongvon.shared.table.TableRefusal} for a file that is not such a table, {@link
     *     IncomingRefusal#INCOMING_CELL_UNREAD} for a formula or an error in a cell
     */
    static String text(TableFile file) {
        var text = new StringBuilder();
        int line = 1;
        for (var row : file.read(COLUMNS).rows()) {
            text.append("\n".repeat(row.number() - line)).append(line(row));
            line = row.number();
        }
        return text.toString();
    }

    private static String header(IncomingColumn column) {
        return column.name().toLowerCase(Locale.ROOT);
    }

    private static String line(Table.Row row) {
        return Arrays.stream(IncomingColumn.values())
                .map(column -> text(row, column))
                .collect(Collectors.joining("\t"));
    }

    private static String text(Table.Row row, IncomingColumn column) {
        var cell = row.cell(header(column));
        return switch (cell.kind()) {
            case TEXT -> cell.text().replaceAll("\\p{Cntrl}", " ").strip();
            case NUMBER -> number(row, column, cell);
            case FORMULA, ERROR -> throw unread(row, column, cell);
        };
    }

    /** A workbook keeps days as numbers, and amounts and references too. */
    private static String number(Table.Row row, IncomingColumn column, Cell cell) {
        try {
            var whole = new BigDecimal(cell.text()).toBigIntegerExact();
            if (column != IncomingColumn.ARRIVED_ON) {
                return whole.toString();
            }
            int day = whole.intValueExact();
            if (day < 1 || day > LAST_DAY) {
                throw unread(row, column, cell);
            }
            return Formats.in(Language.VI).date(EPOCH.plusDays(day));
        } catch (ArithmeticException | NumberFormatException notWhole) {
            throw unread(row, column, cell);
        }
    }

    private static Refused unread(Table.Row row, IncomingColumn column, Cell cell) {
        var shown = cell.text().length() > SHOWN ? cell.text().substring(0, SHOWN) : cell.text();
        return new Refused(IncomingRefusal.INCOMING_CELL_UNREAD, row.number(), column, shown);
    }
}
