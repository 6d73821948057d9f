package org.dongvon.shared.table;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dongvon.shared.Refused;

/**
 * The lines of a .csv: UTF-8, with or without a byte-order mark, cells between commas, or between semicolons as Vietnamese
 * spreadsheets write them because their comma is the decimal mark.
 */
final class CsvLines {

    private static final char BYTE_ORDER_MARK = '\ufeff';

    private CsvLines() {}

    /** @throws Refused a constant of {@link TableRefusal} */
    static List<List<Cell>> of(byte[] content) {
        var text = decoded(content);
        int newline = text.indexOf('\n');
        var first = newline < 0 ? text : text.substring(0, newline);
        char delimiter = first.indexOf(';') >= 0 && first.indexOf(',') < 0 ? ';' : ',';
        new CsvGuard(delimiter).check(text);
        var format = CSVFormat.RFC4180.builder().setDelimiter(delimiter).get();
        var lines = new ArrayList<List<Cell>>();
        try (var parser = format.parse(new StringReader(text))) {
            for (var record : parser) {
                if (lines.size() > TableFile.MOST_ROWS) {
                    throw new Refused(TableRefusal.TOO_MANY_ROWS, TableFile.MOST_ROWS);
                }
                lines.add(cells(record));
            }
        } catch (UncheckedIOException | IOException | IllegalStateException e) {
            throw new Refused(TableRefusal.BAD_QUOTES, lines.size() + 1);
        }
        return lines;
    }

    private static String decoded(byte[] content) {
        int mark = content.length < 2 ? 0 : ((content[0] & 0xFF) << 8) | (content[1] & 0xFF);
        if (mark == 0xFFFE || mark == 0xFEFF) {
            throw new Refused(TableRefusal.NOT_UTF8);
        }
        for (byte each : content) {
            if (each == 0) {
                throw new Refused(TableRefusal.NUL_BYTES);
            }
        }
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Refused(TableRefusal.NOT_UTF8);
        }
    }

    private static List<Cell> cells(CSVRecord record) {
        if (record.size() > TableFile.MOST_COLUMNS) {
            throw new Refused(TableRefusal.TOO_MANY_COLUMNS, TableFile.MOST_COLUMNS);
        }
        var cells = new ArrayList<Cell>(record.size());
        for (var text : record) {
            if (text.length() > TableFile.LONGEST_CELL) {
                throw new Refused(
                        TableRefusal.CELL_TOO_LONG,
                        (char) ('A' + cells.size() % 26) + Long.toString(record.getRecordNumber()),
                        TableFile.LONGEST_CELL);
            }
            cells.add(Cell.text(text));
        }
        return cells;
    }
}
