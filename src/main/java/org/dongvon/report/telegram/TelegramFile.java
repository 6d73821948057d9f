package org.dongvon.report.telegram;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dongvon.report.telegram.TelegramStatement.Figures;
import org.jspecify.annotations.Nullable;

/** The telegram as a workbook: the unit, then a row for each unit below it, money in đồng. */
final class TelegramFile {

    /** The columns after code and name. */
    static final List<String> FIELDS = List.of(
            "outstanding",
            "overdue",
            "overduePercent",
            "frozen",
            "disbursed",
            "collected",
            "interest",
            "deposits",
            "depositsIn",
            "depositsOut",
            "vault",
            "boxes",
            "sessions",
            "openSessions");

    private static final String WHOLE = "#,##0";
    private static final int TITLES = 2;

    private TelegramFile() {}

    private static List<@Nullable Object> cells(String code, String name, Figures figures) {
        var loans = figures.loans();
        var savings = figures.savings();
        var cash = figures.cash();
        return Arrays.<@Nullable Object>asList(
                code,
                name,
                loans.outstanding(),
                loans.overdue(),
                figures.overduePercent(),
                loans.frozen(),
                loans.disbursed(),
                loans.collected(),
                loans.interest(),
                savings.balance(),
                savings.paidIn(),
                savings.paidOut(),
                cash.vault(),
                cash.boxes(),
                cash.sessions(),
                cash.openSessions());
    }

    /**
     * A workbook of one sheet.
     *
     * @param name of the unit
     * @param heading of the sheet, with its day
     * @param titles of all columns
     */
    static byte[] workbook(TelegramStatement statement, String name, String heading, List<String> titles)
            throws IOException {
        var rows = new ArrayList<List<@Nullable Object>>();
        rows.add(cells(statement.unit(), name, statement.total()));
        statement.places().forEach(line -> rows.add(cells(line.place(), line.name(), line.figures())));
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "dongvon", null)) {
            var sheet = workbook.newWorksheet(statement.unit());
            sheet.value(0, 0, heading);
            sheet.style(0, 0).bold().set();
            for (int column = 0; column < titles.size(); column++) {
                sheet.value(1, column, titles.get(column));
                sheet.style(1, column).bold().wrapText(true).set();
            }
            for (int i = 0; i < rows.size(); i++) {
                for (int column = 0; column < titles.size(); column++) {
                    switch (rows.get(i).get(column)) {
                        case null -> {}
                        case Long whole -> {
                            sheet.value(i + TITLES, column, whole);
                            sheet.style(i + TITLES, column).format(WHOLE).set();
                        }
                        case BigDecimal ratio -> sheet.value(i + TITLES, column, ratio);
                        case Object text -> sheet.value(i + TITLES, column, text.toString());
                    }
                }
            }
            sheet.freezePane(2, TITLES);
        }
        return bytes.toByteArray();
    }
}
