package org.dongvon.fee.month;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statement of a month's fee and commission as sheets: associations, groups, lines. */
@Component
class StatementFile {

    private final Messages messages;

    StatementFile(Messages messages) {
        this.messages = messages;
    }

    /** The name of the file. */
    static String name(FeeMonth month) {
        return "fees-" + month.office() + "-" + month.month();
    }

    List<Sheet> sheets(Language language, FeeMonth month, MonthPages.Whole whole) {
        var words = new Words(language, month, whole);
        return List.of(associations(words, whole), groups(words, whole), lines(words, whole));
    }

    private static Sheet associations(Words words, MonthPages.Whole whole) {
        var rows = new ArrayList<Sheet.Row>();
        for (var each : whole.content().associations()) {
            var levels = each.levels();
            var due = each.due();
            rows.add(Sheet.Row.of(
                    each.name().in(words.language),
                    each.point().name(),
                    each.portfolio().outstanding(),
                    each.portfolio().overdue(),
                    each.portfolio().share(),
                    due.computed(),
                    due.carried(),
                    levels.central(),
                    levels.province(),
                    levels.district(),
                    levels.commune(),
                    due.all(),
                    due.paid()));
        }
        return words.sheet(
                "fee.associations",
                "association point outstanding overdue share computed carried central province district commune due paid",
                rows);
    }

    private static Sheet groups(Words words, MonthPages.Whole whole) {
        var rows = new ArrayList<Sheet.Row>();
        for (var each : whole.content().groups()) {
            var commission = each.commission();
            rows.add(Sheet.Row.of(
                    each.code(),
                    each.name(),
                    each.association().in(words.language),
                    each.point(),
                    commission.onInterest(),
                    commission.onDeposits(),
                    commission.carried(),
                    commission.due(),
                    commission.paid()));
        }
        return words.sheet("fee.groups", "group name association point on-interest on-deposits carried due paid", rows);
    }

    private static Sheet lines(Words words, MonthPages.Whole whole) {
        var formats = Formats.in(words.language);
        var rows = new ArrayList<Sheet.Row>();
        for (var each : whole.lines()) {
            rows.add(Sheet.Row.of(
                    words.text("fee.target." + each.target()),
                    each.group().code(),
                    words.programme(each.programme()),
                    each.counted().interest(),
                    each.counted().isInterest() ? formats.rate(each.counted().rate()) : "",
                    each.result().balance(),
                    words.text(
                            "fee.percent-a-month", formats.ratio(each.result().percent())),
                    each.result().share(),
                    each.result().amount()));
        }
        return words.sheet("fee.lines", "target group programme interest yearly balance rate share amount", rows);
    }

    /** The texts of one language. */
    private final class Words {

        private final Language language;
        private final String title;

        Words(Language language, FeeMonth month, MonthPages.Whole whole) {
            this.language = language;
            this.title =
                    text("fee.of", whole.office().name(), Formats.in(language).month(month.first()));
        }

        Sheet sheet(String name, String columns, List<Sheet.Row> rows) {
            var titles = Stream.of(columns.split(" ", -1))
                    .map(column -> text("fee.column." + column))
                    .toList();
            return new Sheet(text(name), List.of(title, text("fee.unit")), titles, rows);
        }

        String text(String key, Object... values) {
            return messages.text(language, key, values);
        }

        String programme(@Nullable Label programme) {
            return programme == null ? text("fee.deposits") : programme.in(language);
        }
    }
}
