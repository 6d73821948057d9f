package org.dongvon.report.capital;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/** The local share by year as a table for spreadsheets: one row a year, money in đồng. */
final class ShareYearsFile {

    /** The columns; the outside contract of the .csv. */
    static final List<String> FIELDS = List.of(
            "year",
            "day",
            "local",
            "total",
            "sharePercent",
            "nationalSharePercent",
            "localChange",
            "localTimes",
            "totalChange",
            "totalGrowthPercent",
            "localChangeSinceFirst",
            "localTimesSinceFirst",
            "totalChangeSinceFirst",
            "totalTimesSinceFirst",
            "document");

    private static final String WHOLE = "#,##0";
    private static final String DAY = "dd/mm/yyyy";

    private ShareYearsFile() {}

    /** The years in their order. */
    static List<List<@Nullable Object>> rows(ShareYearsStatement statement) {
        return statement.years().stream()
                .map(year -> cells(year, statement.documents(year.year())))
                .toList();
    }

    private static List<@Nullable Object> cells(ShareYearsStatement.Year year, String documents) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(year.year());
        cells.add(year.day());
        cells.add(year.local());
        cells.add(year.total());
        cells.add(year.sharePercent());
        cells.add(year.nationalSharePercent());
        cells.add(year.sinceBefore().local().change());
        cells.add(year.sinceBefore().local().times());
        cells.add(year.sinceBefore().total().change());
        cells.add(year.sinceBefore().total().growthPercent());
        cells.add(year.sinceFirst().local().change());
        cells.add(year.sinceFirst().local().times());
        cells.add(year.sinceFirst().total().change());
        cells.add(year.sinceFirst().total().times());
        cells.add(documents);
        return cells;
    }

    /** A workbook of one sheet, with titles above the columns. */
    static byte[] workbook(ShareYearsStatement statement, List<String> titles) throws IOException {
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
                    write(sheet, i + 1, column, rows.get(i).get(column));
                }
            }
            sheet.freezePane(2, 1);
        }
        return bytes.toByteArray();
    }

    private static void write(Worksheet sheet, int row, int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Integer year -> sheet.value(row, column, year);
            case Long dong -> {
                sheet.value(row, column, dong);
                sheet.style(row, column).format(WHOLE).set();
            }
            case BigDecimal ratio -> sheet.value(row, column, ratio);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format(DAY).set();
            }
            default -> sheet.value(row, column, cell.toString());
        }
    }
}
