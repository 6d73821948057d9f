package org.dongvon.session.cashplan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;

/** The plan of a week as a sheet. */
final class CashPlanSheet {

    private CashPlanSheet() {}

    static List<Sheet> of(Messages messages, Language language, CashPlan plan) {
        var formats = Formats.in(language);
        var rows = new ArrayList<Sheet.Row>();
        for (var line : plan.lines()) {
            rows.add(Sheet.Row.of(
                    formats.weekdayAndDate(line.day()),
                    line.point(),
                    line.payOuts(),
                    line.out(),
                    line.principal(),
                    line.interest(),
                    line.savings(),
                    line.in()));
        }
        rows.add(Sheet.Row.sum(
                "",
                messages.text(language, "session.sum"),
                plan.payOuts(),
                plan.out(),
                plan.principal(),
                plan.interest(),
                plan.savings(),
                plan.in()));
        rows.add(Sheet.Row.of("", messages.text(language, "cashplan.held"), null, plan.held()));
        rows.add(Sheet.Row.sum("", messages.text(language, "cashplan.order"), null, plan.order()));
        return List.of(new Sheet(
                messages.text(language, "cashplan.title"),
                List.of(
                        messages.text(language, "cashplan.title") + ": "
                                + plan.office().name(),
                        messages.text(language, "cashplan.week", formats.date(plan.from()), formats.date(plan.to())),
                        messages.text(language, "sheet.unit")),
                Stream.of("day", "point", "loans", "out", "principal", "interest", "savings", "in")
                        .map(column -> messages.text(language, "cashplan." + column))
                        .toList(),
                rows));
    }
}
