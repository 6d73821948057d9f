package org.dongvon.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dongvon.shared.Actor;
import org.dongvon.shared.text.SpreadsheetText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a list row by row. Nothing is written before the first row is there, so what is refused leaves no file begun.
 *
 * <p>CSV is RFC 4180 with the fields' names on top. A text that a spreadsheet would take for a formula gets an
 * apostrophe before it ({@link SpreadsheetText}); numbers stay numbers. JSON is one
 * object: what was asked, the rows, and their totals.
 */
public final class ListingFile {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private ListingFile() {}

    /** Writes a list as one JSON object. */
    public static void json(Listing listing, Actor actor, ListingRequest request, Writer out) {
        try (var json = JSON.createGenerator(out)) {
            var fields = listing.fields();
            var begun = new Begun(() -> {
                json.writeStartObject();
                json.writeStringProperty("list", listing.name());
                json.writeStringProperty("unit", request.unit().code());
                json.writeStringProperty("asOf", request.asOf().toString());
                json.writeArrayPropertyStart("rows");
            });
            var totals = listing.run(actor, request, row -> {
                begun.once();
                json.writeStartObject();
                for (int i = 0; i < fields.size(); i++) {
                    json.writeName(fields.get(i));
                    value(json, row.get(i));
                }
                json.writeEndObject();
                json.writeRaw('\n');
            });
            begun.once();
            json.writeEndArray();
            json.writeObjectPropertyStart("totals");
            totals.forEach(json::writeNumberProperty);
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        }
    }

    private static void value(JsonGenerator json, @Nullable Object value) {
        switch (value) {
            case null -> json.writeNull();
            case Number number -> json.writeNumber(number.longValue());
            default -> json.writeString(value.toString());
        }
    }

    /** Writes a list as CSV; {@code mark} puts the byte order mark before it, for Excel. */
    public static void csv(Listing listing, Actor actor, ListingRequest request, boolean mark, Writer out) {
        try {
            var printer = new CSVPrinter(out, CSVFormat.RFC4180);
            var begun = new Begun(() -> {
                if (mark) {
                    out.append(SpreadsheetText.BYTE_ORDER_MARK);
                }
                printer.printRecord(listing.fields());
            });
            listing.run(actor, request, row -> {
                begun.once();
                print(printer, row);
            });
            begun.once();
            printer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void print(CSVPrinter printer, List<@Nullable Object> row) {
        try {
            for (var value : row) {
                printer.print(SpreadsheetText.harmless(value));
            }
            printer.println();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The beginning of a file, which is written once. */
    private static final class Begun {

        private final Beginning beginning;
        private boolean done;

        Begun(Beginning beginning) {
            this.beginning = beginning;
        }

        void once() {
            if (!done) {
                done = true;
                try {
                    beginning.write();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    @FunctionalInterface
    private interface Beginning {
        void write() throws IOException;
    }
}
