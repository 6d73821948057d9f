package org.dongvon.capital.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.capital.page.SourceTable.Line;
import org.dongvon.capital.page.SourceTable.Table;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;

/** Capital by source at two dates as a sheet. */
final class SourceSheet {

    private SourceSheet() {}

    static Sheet of(Messages messages, Language language, LocalDate base, LocalDate day, Table table) {
        var formats = Formats.in(language);
        var rows = new ArrayList<Sheet.Row>();
        var all = table.total();
        table.lines().stream()
                .filter(line -> line.base().amount() != 0 || line.amount().amount() != 0)
                .forEach(line -> rows.add(new Sheet.Row(cells(line.name().in(language), line, all, formats), false)));
        rows.add(new Sheet.Row(cells(messages.text(language, "sources.local"), table.local(), all, formats), true));
        rows.add(new Sheet.Row(cells(messages.text(language, "sources.total"), all, all, formats), true));
        return new Sheet(
                messages.text(language, "sources.title"),
                List.of(
                        messages.text(language, "sources.title"),
                        messages.text(language, "sources.what"),
                        messages.text(language, "sheet.unit")),
                List.of(
                        messages.text(language, "change.fact.capital.contract.source"),
                        messages.text(language, "sources.contracts"),
                        messages.text(language, "sources.at", formats.date(base)),
                        messages.text(language, "sources.at", formats.date(day)),
                        messages.text(language, "sources.change"),
                        messages.text(language, "sources.share")),
                rows);
    }

    private static List<@Nullable Object> cells(String name, Line line, Line all, Formats formats) {
        return List.<@Nullable Object>of(
                name,
                line.contracts(),
                line.base(),
                line.amount(),
                line.change(),
                formats.percent(line.amount().amount(), all.amount().amount()));
    }
}
