package org.dongvon.report.balance;

import java.util.ArrayList;
import java.util.List;
import org.dongvon.organisation.Unit;
import org.dongvon.report.balance.ProgrammeBalanceStatement.Share;
import org.dongvon.report.balance.TrialBalanceStatement.Figures;
import org.dongvon.report.balance.TrialBalanceStatement.Line;
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
                var rows = statement.lines(part).stream()
                        .map(line -> row(language, line, false))
                        .toList();
                sheets.add(
                        sheet(new Head(messages, language, unit, "report.trial-balance.title"), statement, part, rows));
            }
        }
        return sheets;
    }

    /** Likewise, each account followed by what programmes have of it. */
    static List<Sheet> byProgramme(
            Messages messages, Language language, Unit unit, ProgrammeBalanceStatement statement) {
        var sheets = new ArrayList<Sheet>();
        for (var part : Part.values()) {
            if (part == Part.SHEET || !statement.accounts(part).isEmpty()) {
                var rows = new ArrayList<Sheet.Row>();
                for (var account : statement.accounts(part)) {
                    rows.add(row(language, account.line(), account.isSplit()));
                    if (account.isSplit()) {
                        account.shares().forEach(share -> rows.add(row(messages, language, share)));
                    }
                }
                var head = new Head(messages, language, unit, "report.trial-balance-by-programme.title");
                sheets.add(sheet(head, statement.whole(), part, rows));
            }
        }
        return sheets;
    }

    private static Sheet.Row row(Language language, Line line, boolean isSum) {
        var code = line.number();
        return new Sheet.Row(
                cells(code == null ? line.code() : code, line.name().in(language), line.figures()), isSum);
    }

    private static Sheet.Row row(Messages messages, Language language, Share share) {
        var name = share.isOfNone()
                ? messages.text(language, "balance.programme.none")
                : share.name().in(language);
        return new Sheet.Row(cells(share.isOfNone() ? "" : share.programme(), name, share.figures()), false);
    }

    private static Sheet sheet(Head head, TrialBalanceStatement statement, Part part, List<Sheet.Row> accounts) {
        var formats = Formats.in(head.language);
        var title = head.text("balance.part." + part);
        var rows = new ArrayList<>(accounts);
        rows.add(new Sheet.Row(cells("", head.text("balance.total"), statement.total(part)), true));
        return new Sheet(
                title,
                List.of(
                        head.text(head.title) + ": " + head.unit.name(),
                        head.messages.text(
                                head.language,
                                "balance.period",
                                formats.date(statement.from()),
                                formats.date(statement.to())),
                        title + ". " + head.text("sheet.unit")),
                List.of(
                        head.text("balance.code"),
                        head.text("journal.account"),
                        head.text("balance.openingDebit"),
                        head.text("balance.openingCredit"),
                        head.text("balance.debit"),
                        head.text("balance.credit"),
                        head.text("balance.closingDebit"),
                        head.text("balance.closingCredit")),
                rows);
    }

    private static List<@Nullable Object> cells(String code, String name, Figures figures) {
        var cells = new ArrayList<@Nullable Object>(List.of(code, name));
        cells.addAll(figures.columns());
        return cells;
    }

    private record Head(Messages messages, Language language, Unit unit, String title) {

        String text(String key) {
            return messages.text(language, key);
        }
    }
}
