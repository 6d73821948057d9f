package org.dongvon.shared.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dongvon.shared.Refused;

/** The lines of the one sheet of a workbook that {@link WorkbookGuard} let pass. */
final class WorkbookLines {

    private static final ReadingOptions PLAIN = new ReadingOptions(false, true);

    private WorkbookLines() {}

    /** @throws Refused {@link TableRefusal#DAMAGED} */
    static List<List<Cell>> of(byte[] content) {
        var lines = new ArrayList<List<Cell>>();
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(content), PLAIN);
                var rows = workbook.getFirstSheet().openStream()) {
            rows.forEach(row -> {
                // A sheet leaves out its empty rows; they keep their numbers.
                while (lines.size() < row.getRowNum() - 1) {
                    lines.add(List.of());
                }
                lines.add(cells(row));
            });
        } catch (IOException | RuntimeException e) {
            throw e instanceof Refused refused ? refused : new Refused(TableRefusal.DAMAGED);
        }
        return lines;
    }

    private static List<Cell> cells(Row row) {
        var cells = new ArrayList<>(Collections.nCopies(row.getCellCount(), Cell.EMPTY));
        for (int i = 0; i < cells.size(); i++) {
            var cell = row.getCell(i);
            if (cell != null) {
                cells.set(i, cell(cell));
            }
        }
        return cells;
    }

    private static Cell cell(org.dhatim.fastexcel.reader.Cell cell) {
        if (cell.getFormula() != null && !cell.getFormula().isEmpty()) {
            return new Cell(cell.getText(), Cell.Kind.FORMULA);
        }
        return switch (cell.getType()) {
            case FORMULA -> new Cell(cell.getText(), Cell.Kind.FORMULA);
            case ERROR -> new Cell(cell.getText(), Cell.Kind.ERROR);
            case NUMBER -> new Cell(cell.asNumber().stripTrailingZeros().toPlainString(), Cell.Kind.NUMBER);
            case STRING, BOOLEAN, EMPTY -> Cell.text(cell.getText());
        };
    }
}
