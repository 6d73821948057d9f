package org.dongvon.report.plan;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.jspecify.annotations.Nullable;

/** The plan against what is out as a table for spreadsheets: one row a place, programme and source, money in đồng. */
final class PlanFile {

    /** The columns; the outside contract of the .csv. */
    static final List<String> FIELDS = List.of(
            "place",
            "name",
            "hamlet",
            "programme",
            "source",
            "target",
            "yearTarget",
            "executed",
            "percent",
            "promised",
            "left",
            "due",
            "asked",
            "forecast",
            "documents");

    private static final String WHOLE = "#,##0";

    private PlanFile() {}

    static List<List<@Nullable Object>> rows(PlanStatement statement) {
        return statement.places().stream().map(PlanFile::cells).toList();
    }

    private static List<@Nullable Object> cells(PlanStatement.Line line) {
        var figures = line.figures();
        return Arrays.<@Nullable Object>asList(
                line.place(),
                line.name(),
                line.hamlet(),
                line.programme(),
                line.source(),
                figures.target(),
                figures.yearTarget(),
                figures.executed(),
                figures.percent(),
                figures.promised(),
                figures.left(),
                figures.due(),
                figures.asked(),
                figures.forecast(),
                line.documents());
    }

    /** A workbook of one sheet, with titles above the columns. */
    static byte[] workbook(PlanStatement statement, List<String> titles) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "dongvon", null)) {
            var sheet = workbook.newWorksheet(statement.unit());
            for (int column = 0; column < titles.size(); column++) {
                sheet.value(0, column, titles.get(column));
                sheet.style(0, column).bold().wrapText(true).set();
            }
            var rows = rows(statement);
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < titles.size(); column++) {
                    switch (rows.get(i).get(column)) {
                        case null -> {}
                        case Long dong -> {
                            sheet.value(i + 1, column, dong);
                            sheet.style(i + 1, column).format(WHOLE).set();
                        }
                        case BigDecimal ratio -> sheet.value(i + 1, column, ratio);
                        case Object text -> sheet.value(i + 1, column, text.toString());
                    }
                }
            }
            sheet.freezePane(2, 1);
        }
        return bytes.toByteArray();
    }
}
