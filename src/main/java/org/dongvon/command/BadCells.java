package org.dongvon.command;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.shared.table.BadCell;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.dongvon.shared.text.Messages;
import tools.jackson.core.JsonGenerator;

/** The cells of a file that cannot be taken, told to people and to programs; there may be a million of them. */
final class BadCells {

    private BadCells() {}

    /** A line for each; the line's own words are looked up once. */
    static void tell(Console console, List<BadCell> badCells) {
        var line = console.text("command.import.bad", "{0}", "{1}", "{2}") + System.lineSeparator();
        var formats = Formats.in(console.language());
        var sentences = new Sentences(console.language());
        for (var bad : badCells) {
            console.out()
                    .write(line.replace("{0}", formats.number(bad.row()))
                            .replace("{1}", bad.column())
                            .replace("{2}", sentences.of(bad)));
        }
        console.out().flush();
    }

    /** The array {@code bad} of the outside contract. */
    static void write(JsonGenerator fields, List<BadCell> badCells) {
        fields.writeArrayPropertyStart("bad");
        var vietnamese = new Sentences(Language.VI);
        var english = new Sentences(Language.EN);
        for (var cell : badCells) {
            fields.writeStartObject();
            fields.writeNumberProperty("row", cell.row());
            fields.writeStringProperty("column", cell.column());
            fields.writeStringProperty("code", cell.why().refusal().name());
            fields.writeStringProperty("vi", vietnamese.of(cell));
            fields.writeStringProperty("en", english.of(cell));
            fields.writeEndObject();
        }
        fields.writeEndArray();
    }

    /** Sentences in one language; what is wrong in the same way is put into words once. */
    private static final class Sentences {

        private static final int MOST = 10_000;

        private final Language language;
        private final Map<List<Object>, String> known = new HashMap<>();

        Sentences(Language language) {
            this.language = language;
        }

        String of(BadCell bad) {
            var key = List.of(bad.why().refusal(), bad.why().facts());
            if (known.size() >= MOST && !known.containsKey(key)) {
                return Messages.ofFiles().sentence(language, bad.why());
            }
            return known.computeIfAbsent(key, each -> Messages.ofFiles().sentence(language, bad.why()));
        }
    }
}
