package org.dongvon.shared.table;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/** Writes {@link Sheet}s as an .xlsx workbook. Amounts and days are numbers with a format, so that they can be added up; texts are never formulas. */
public final class WorkbookFile {

    private static final int LONGEST_NAME = 31;
    private static final String WHOLE = "#,##0";
    private static final String DAY = "dd/mm/yyyy";

    private WorkbookFile() {}

    /** The file. */
    public static byte[] bytes(List<Sheet> sheets) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "dongvon", null)) {
            sheets.forEach(sheet -> write(workbook.newWorksheet(name(sheet.name())), sheet));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    // What spreadsheets allow as a name.
    private static String name(String wanted) {
        var name = wanted.replaceAll("[\\[\\]:*?/\\\\]", " ");
        return name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }

    private static void write(Worksheet out, Sheet sheet) {
        int row = 0;
        for (var line : sheet.heading()) {
            out.value(row, 0, line);
            if (row == 0) {
                out.style(row, 0).bold().set();
            }
            row++;
        }
        for (int column = 0; column < sheet.columns().size(); column++) {
            out.value(row, column, sheet.columns().get(column));
            out.style(row, column).bold().wrapText(true).set();
        }
        row++;
        out.freezePane(1, row);
        for (var each : sheet.rows()) {
            for (int column = 0; column < each.cells().size(); column++) {
                write(out, row, column, each.cells().get(column));
                if (each.isSum()) {
                    out.style(row, column).bold().set();
                }
            }
            row++;
        }
    }

    private static void write(Worksheet out, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Dong dong -> whole(out, row, column, dong.amount());
            case Long number -> whole(out, row, column, number);
            case Integer number -> out.value(row, column, number);
            case BigDecimal ratio -> out.value(row, column, ratio);
            case LocalDate day -> {
                out.value(row, column, day);
                out.style(row, column).format(DAY).set();
            }
            default -> out.value(row, column, cell.toString());
        }
    }

    private static void whole(Worksheet out, int row, int column, long number) {
        out.value(row, column, number);
        out.style(row, column).format(WHOLE).set();
    }
}
