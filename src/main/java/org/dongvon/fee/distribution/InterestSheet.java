package org.dongvon.fee.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.fee.distribution.InterestPages.Statement;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;

/** The distributed months of a contract by quarter as a sheet. */
final class InterestSheet {

    private InterestSheet() {}

    static Sheet of(Messages messages, Language language, Statement statement) {
        var formats = Formats.in(language);
        var rows = new ArrayList<Sheet.Row>();
        for (var quarter : statement.quarters()) {
            for (var each : quarter.months()) {
                var parts = each.parts();
                rows.add(Sheet.Row.of(
                        formats.month(each.month().atDay(1)),
                        each.collected(),
                        each.carried(),
                        parts.risk(),
                        parts.managed(),
                        parts.boards(),
                        parts.added()));
            }
            var name =
                    messages.text(language, "distribution.quarter", quarter.number(), Integer.toString(quarter.year()));
            rows.add(sum(name, quarter.collected(), quarter.parts()));
        }
        rows.add(sum(messages.text(language, "contract.total"), statement.collected(), statement.parts()));
        var contract = statement.contract();
        return new Sheet(
                contract.code(),
                List.of(
                        messages.text(language, "distribution.of", contract.code()),
                        contract.owner(),
                        messages.text(language, "sheet.unit")),
                Stream.of("month", "collected", "carried", "risk", "managed", "boards", "added")
                        .map(column -> messages.text(language, "distribution." + column))
                        .toList(),
                rows);
    }

    private static Sheet.Row sum(String name, Dong collected, Parts parts) {
        return Sheet.Row.sum(name, collected, null, parts.risk(), parts.managed(), parts.boards(), parts.added());
    }
}
