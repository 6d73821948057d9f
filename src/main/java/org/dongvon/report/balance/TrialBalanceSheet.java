package org.dongvon.report.balance;

import java.util.ArrayList;
import java.util.List;
import org.dongvon.organisation.Unit;
import org.dongvon.report.balance.TrialBalanceStatement.Figures;
import org.dongvon.report.balance.TrialBalanceStatement.Part;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;

/** The trial balance as sheets: the accounts of the balance sheet, and those beside it where there are any. */
final class TrialBalanceSheet {

    private TrialBalanceSheet() {}

    static List<Sheet> of(Messages messages, Language language, Unit unit, TrialBalanceStatement statement) {
        var sheets = new ArrayList<Sheet>();
        for (var part : Part.values()) {
            if (part == Part.SHEET || !statement.lines(part).isEmpty()) {
                sheets.add(sheet(messages, language, unit, statement, part));
            }
        }
        return sheets;
    }

    private static Sheet sheet(
            Messages messages, Language language, Unit unit, TrialBalanceStatement statement, Part part) {
        var formats = Formats.in(language);
        var title = messages.text(language, "balance.part." + part);
        var rows = new ArrayList<Sheet.Row>();
        statement
                .lines(part)
                .forEach(line -> rows.add(new Sheet.Row(
                        cells(
                                line.number() == null ? line.code() : line.number(),
                                line.name().in(language),
                                line.figures()),
                        false)));
        rows.add(new Sheet.Row(cells("", messages.text(language, "balance.total"), statement.total(part)), true));
        return new Sheet(
                title,
                List.of(
                        messages.text(language, "report.trial-balance.title") + ": " + unit.name(),
                        messages.text(
                                language,
                                "balance.period",
                                formats.date(statement.from()),
                                formats.date(statement.to())),
                        title + ". " + messages.text(language, "sheet.unit")),
                List.of(
                        messages.text(language, "balance.code"),
                        messages.text(language, "journal.account"),
                        messages.text(language, "balance.openingDebit"),
                        messages.text(language, "balance.openingCredit"),
                        messages.text(language, "balance.debit"),
                        messages.text(language, "balance.credit"),
                        messages.text(language, "balance.closingDebit"),
                        messages.text(language, "balance.closingCredit")),
                rows);
    }

    private static List<@Nullable Object> cells(String code, String name, Figures figures) {
        var cells = new ArrayList<@Nullable Object>(List.of(code, name));
        cells.addAll(figures.columns());
        return cells;
    }
}
