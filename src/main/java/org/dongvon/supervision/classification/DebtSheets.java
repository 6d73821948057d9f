package org.dongvon.supervision.classification;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.dongvon.supervision.classification.DebtPages.FileView;
import org.dongvon.supervision.classification.DebtSums.Sum;
import org.dongvon.supervision.classification.Debts.Debt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The classification as sheets: unrecoverable debt by cause, ability, programme and point, and the debts. */
@Component
class DebtSheets {

    private final Messages messages;

    DebtSheets(Messages messages) {
        this.messages = messages;
    }

    List<Sheet> of(Language language, FileView view) {
        var sums = view.sums();
        var sheets = new ArrayList<Sheet>();
        sheets.add(sums(language, view, "cause", sums.byCause(), each -> word(language, each.key())));
        sheets.add(sums(language, view, "ability", sums.byAbility(), each -> word(language, each.key())));
        sheets.add(sums(
                language,
                view,
                "programme",
                sums.byProgramme(),
                each -> each.programme().in(language)));
        sheets.add(sums(language, view, "point", sums.byPoint(), Sum::pointName));
        sheets.add(debts(language, view));
        return sheets;
    }

    private Sheet sums(Language language, FileView view, String by, List<Sum> sums, Function<Sum, String> name) {
        var rows = new ArrayList<Sheet.Row>();
        for (var each : sums) {
            rows.add(new Sheet.Row(cells(name.apply(each), each.parts()), false));
        }
        rows.add(new Sheet.Row(cells(text(language, "debts.total"), view.sums().total()), true));
        var columns = Arrays.stream(
                        "debts principal overdue frozen interest lost lost-principal lost-interest".split(" "))
                .map(column -> text(language, "debts.column." + column))
                .toList();
        var all = new ArrayList<String>();
        all.add(text(language, "debts.by." + by));
        all.addAll(columns);
        return new Sheet(
                text(language, "debts.by." + by),
                List.of(
                        text(language, "debts.heading." + by),
                        messages.text(
                                language,
                                "debts.year",
                                Integer.toString(view.sums().year())),
                        text(language, "loans.unit")),
                all,
                rows);
    }

    private static List<@Nullable Object> cells(String name, DebtSums.Parts parts) {
        var all = parts.all();
        var lost = parts.lost();
        return List.of(
                name,
                all.debts(),
                all.principal(),
                all.overdue(),
                all.frozen(),
                all.interest(),
                lost.debts(),
                lost.principal(),
                lost.interest());
    }

    private Sheet debts(Language language, FileView view) {
        var columns = Arrays.stream(
                        "point group loan borrower programme principal overdue frozen interest ability cause evidence followed"
                                .split(" "))
                .map(column -> text(language, "debts.column." + column))
                .toList();
        return new Sheet(
                text(language, "debts.list"),
                List.of(
                        text(language, "debts.heading.list"),
                        messages.text(
                                language,
                                "debts.year",
                                Integer.toString(view.sums().year())),
                        text(language, "loans.unit")),
                columns,
                view.debts().stream().map(each -> row(language, each)).toList());
    }

    private Sheet.Row row(Language language, Debt debt) {
        var loan = debt.loan();
        var owed = debt.owed();
        return Sheet.Row.of(
                debt.round().pointName(),
                loan.group(),
                loan.code(),
                loan.name() == null ? text(language, "person.restricted") : loan.name(),
                loan.programme().in(language),
                owed.principal(),
                owed.overdue(),
                owed.frozen(),
                owed.interest(),
                word(language, debt.classified().ability()),
                debt.classified().cause() == null
                        ? ""
                        : word(language, debt.classified().cause()),
                debt.classified().evidence(),
                debt.followedOn());
    }

    private String word(Language language, @Nullable String name) {
        return text(language, name == null ? "debts.unclassified" : "rule.value." + name);
    }

    private String text(Language language, String key) {
        return messages.text(language, key);
    }
}
