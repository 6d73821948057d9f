package org.dongvon.report.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dongvon.report.worklist.WorkListPages.Whole;
import org.dongvon.report.worklist.WorkLists.WorkRow;
import org.dongvon.shared.table.Sheet;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Any work list as a sheet: the columns of its page, the number of the subject and its programme in columns of their own. */
@Component
class WorkListFile {

    private final Messages messages;

    WorkListFile(Messages messages) {
        this.messages = messages;
    }

    Sheet sheet(Language language, Whole whole) {
        var list = whole.list();
        var heading = List.of(
                messages.text(language, key(list, "title")),
                messages.text(language, key(list, "about")),
                messages.text(language, "worklist.lead", whole.today()));
        var rows = whole.rows().stream()
                .map(row -> Sheet.Row.of(cells(language, whole, row).toArray()))
                .toList();
        return new Sheet(list.code(), heading, columns(language, list), rows);
    }

    private List<String> columns(Language language, WorkList list) {
        var columns = new ArrayList<String>();
        columns.add(messages.text(language, "worklist.code"));
        columns.add(messages.text(language, "worklist.subject." + list.subject()));
        columns.add(messages.text(language, "worklist.detail"));
        columns.add(messages.text(language, "worklist.group"));
        for (var column : list.columns()) {
            columns.add(
                    column == WorkList.Column.AGE
                            ? messages.text(language, "worklist.age")
                            : messages.text(language, key(list, column.name().toLowerCase(Locale.ROOT))));
        }
        return columns;
    }

    private static List<@Nullable Object> cells(Language language, Whole whole, WorkRow row) {
        var person = row.person();
        var cells = new ArrayList<@Nullable Object>();
        cells.add(row.subject().code());
        cells.add(person == null ? null : person.name());
        cells.add(row.subject().detail().in(language));
        cells.add(row.group());
        for (var column : whole.list().columns()) {
            cells.add(
                    switch (column) {
                        case DAY -> row.day();
                        case AGE -> whole.today().toEpochDay() - row.day().toEpochDay();
                        case AMOUNT -> row.amount();
                        case OTHER -> row.other();
                    });
        }
        return cells;
    }

    private static String key(WorkList list, String what) {
        return "worklist." + list.code() + "." + what;
    }
}
