package org.dongvon.report.contract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.report.contract.ContractStatement.Lending;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;

/** The statement of a contract as sheets: its money, its loans by programme, its offices. */
final class StatementSheets {

    private final Messages messages;
    private final Language language;
    private final List<String> heading;

    private StatementSheets(Messages messages, Language language, ContractStatement s, LocalDate day) {
        this.messages = messages;
        this.language = language;
        var lines = new ArrayList<String>();
        lines.add(text("contract.page", s.agreed().code()));
        lines.add(s.agreed().owner() + " · " + s.agreed().source().in(language));
        lines.add(text("contract.as-of", Formats.in(language).date(day)) + " " + text("sheet.unit"));
        if (!s.beyond().offices().isEmpty()) {
            lines.add(text(
                    "contract.beyond",
                    String.join(", ", s.beyond().offices()),
                    Formats.in(language).dong(s.beyond().granted())));
        }
        this.heading = lines;
    }

    static List<Sheet> of(Messages messages, Language language, ContractStatement s, LocalDate day) {
        var sheets = new StatementSheets(messages, language, s, day);
        return List.of(sheets.money(s), sheets.lending(s), sheets.offices(s));
    }

    private Sheet money(ContractStatement s) {
        var money = s.money();
        var earned = s.earned();
        return sheet(
                "contract.there",
                List.of("sheet.what", "sheet.amount"),
                List.of(
                        Sheet.Row.of(text("sheet.received"), money.received()),
                        Sheet.Row.of(text("distribution.added"), money.added()),
                        Sheet.Row.of(text("sheet.moved"), money.moved()),
                        Sheet.Row.of(text("sheet.returned"), money.returned().negate()),
                        Sheet.Row.of(
                                text("contract.written-off"),
                                s.writtenOff().plus(s.beyond().writtenOff()).negate()),
                        Sheet.Row.sum(text("contract.there"), s.there()),
                        Sheet.Row.of(text("contract.lent"), s.lent()),
                        Sheet.Row.of(text("sheet.beyond"), s.beyond().granted()),
                        Sheet.Row.of(text("contract.idle"), s.idle()),
                        Sheet.Row.of(text("contract.free"), s.free()),
                        Sheet.Row.of(text("contract.interest"), s.total().interest()),
                        Sheet.Row.of(text("distribution.risk"), earned.risk()),
                        Sheet.Row.of(text("distribution.managed"), earned.managed()),
                        Sheet.Row.of(text("distribution.boards"), earned.boards())));
    }

    private Sheet lending(ContractStatement s) {
        var rows = new ArrayList<Sheet.Row>();
        s.lending()
                .forEach(each -> rows.add(new Sheet.Row(cells(each.programme().in(language), each), false)));
        rows.add(new Sheet.Row(cells(text("contract.total"), s.total()), true));
        return sheet(
                "contract.lending",
                List.of(
                        "contract.programme",
                        "contract.loans",
                        "contract.households",
                        "contract.jobs.column",
                        "contract.disbursed",
                        "contract.collected",
                        "contract.outstanding",
                        "contract.overdue",
                        "contract.interest"),
                rows);
    }

    private static List<@Nullable Object> cells(String name, Lending each) {
        return List.<@Nullable Object>of(
                name,
                each.outcome().loans(),
                each.outcome().households(),
                each.outcome().everJobs(),
                each.disbursed(),
                each.collected(),
                each.outstanding(),
                each.overdue(),
                each.interest());
    }

    private Sheet offices(ContractStatement s) {
        return sheet(
                "contract.offices",
                List.of("grant.office", "grant.granted", "grant.lent", "contract.idle", "contract.written-off"),
                s.offices().stream()
                        .map(each ->
                                Sheet.Row.of(each.name(), each.granted(), each.lent(), each.idle(), each.writtenOff()))
                        .toList());
    }

    private Sheet sheet(String name, List<String> columns, List<Sheet.Row> rows) {
        var above = Stream.concat(heading.stream(), Stream.of(text(name))).toList();
        return new Sheet(text(name), above, columns.stream().map(this::text).toList(), rows);
    }

    private String text(String key, Object... values) {
        return messages.text(language, key, values);
    }
}
