package org.dongvon.fee.month;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statement of a month's fee and commission as a workbook: associations, groups, lines. Amounts are numbers. */
@Component
class StatementFile {

    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final String DONG = "#,##0";
    private static final int HEAD = 3;

    private final Messages messages;

    StatementFile(Messages messages) {
        this.messages = messages;
    }

    void write(HttpServletResponse response, Language language, FeeMonth month, MonthPages.Whole whole)
            throws IOException {
        response.setContentType(TYPE);
        response.setHeader(
                "Content-Disposition",
                "attachment; filename=\"fees-" + month.office() + "-" + month.month() + ".xlsx\"");
        var words = new Words(language);
        try (var book = new Workbook(response.getOutputStream(), "dongvon", "1.0")) {
            associations(words, sheet(words, book, "fee.associations", title(words, month, whole)), whole);
            groups(words, sheet(words, book, "fee.groups", title(words, month, whole)), whole);
            lines(words, sheet(words, book, "fee.lines", title(words, month, whole)), whole);
        }
    }

    private static String title(Words words, FeeMonth month, MonthPages.Whole whole) {
        return words.text(
                "fee.of", whole.office().name(), Formats.in(words.language()).month(month.first()));
    }

    private static Worksheet sheet(Words words, Workbook book, String name, String title) {
        var sheet = book.newWorksheet(words.text(name));
        sheet.value(0, 0, title);
        sheet.style(0, 0).bold().set();
        sheet.value(1, 0, words.text("fee.unit"));
        return sheet;
    }

    private static void associations(Words words, Worksheet sheet, MonthPages.Whole whole) {
        head(
                words,
                sheet,
                "association point outstanding overdue share computed carried central province district commune due paid");
        int row = HEAD;
        for (var each : whole.content().associations()) {
            var levels = each.levels();
            var due = each.due();
            sheet.value(row, 0, each.name().in(words.language()));
            sheet.value(row, 1, each.point().name());
            numbers(
                    sheet,
                    row,
                    2,
                    List.of(each.portfolio().outstanding(), each.portfolio().overdue()));
            sheet.value(row, 4, each.portfolio().share());
            numbers(
                    sheet,
                    row,
                    5,
                    List.of(
                            due.computed(),
                            due.carried(),
                            levels.central(),
                            levels.province(),
                            levels.district(),
                            levels.commune(),
                            due.all(),
                            due.paid()));
            row++;
        }
    }

    private static void groups(Words words, Worksheet sheet, MonthPages.Whole whole) {
        head(words, sheet, "group name association point on-interest on-deposits carried due paid");
        int row = HEAD;
        for (var each : whole.content().groups()) {
            var commission = each.commission();
            sheet.value(row, 0, each.code());
            sheet.value(row, 1, each.name());
            sheet.value(row, 2, each.association().in(words.language()));
            sheet.value(row, 3, each.point());
            numbers(
                    sheet,
                    row,
                    4,
                    List.of(
                            commission.onInterest(),
                            commission.onDeposits(),
                            commission.carried(),
                            commission.due(),
                            commission.paid()));
            row++;
        }
    }

    private static void lines(Words words, Worksheet sheet, MonthPages.Whole whole) {
        head(words, sheet, "target group programme interest yearly balance rate share amount");
        int row = HEAD;
        for (var each : whole.lines()) {
            sheet.value(row, 0, words.text("fee.target." + each.target()));
            sheet.value(row, 1, each.group().code());
            sheet.value(row, 2, words.programme(each.programme()));
            numbers(sheet, row, 3, List.of(each.counted().interest()));
            sheet.value(
                    row,
                    4,
                    each.counted().isInterest()
                            ? words.formats().rate(each.counted().rate())
                            : "");
            numbers(sheet, row, 5, List.of(each.result().balance()));
            sheet.value(
                    row,
                    6,
                    words.text(
                            "fee.percent-a-month",
                            words.formats().ratio(each.result().percent())));
            sheet.value(row, 7, each.result().share());
            numbers(sheet, row, 8, List.of(each.result().amount()));
            row++;
        }
    }

    private static void head(Words words, Worksheet sheet, String columns) {
        var names = List.of(columns.split(" ", -1));
        for (int i = 0; i < names.size(); i++) {
            sheet.value(HEAD - 1, i, words.text("fee.column." + names.get(i)));
        }
        sheet.range(HEAD - 1, 0, HEAD - 1, names.size() - 1).style().bold().set();
        sheet.freezePane(1, HEAD);
    }

    private static void numbers(Worksheet sheet, int row, int from, List<Dong> amounts) {
        for (int i = 0; i < amounts.size(); i++) {
            sheet.value(row, from + i, amounts.get(i).amount());
            sheet.style(row, from + i).format(DONG).set();
        }
    }

    /** The texts of one language. */
    private final class Words {

        private final Language language;

        Words(Language language) {
            this.language = language;
        }

        Language language() {
            return language;
        }

        Formats formats() {
            return Formats.in(language);
        }

        String text(String key, Object... values) {
            return messages.text(language, key, values);
        }

        String programme(@Nullable Label programme) {
            return programme == null ? text("fee.deposits") : programme.in(language);
        }
    }
}
