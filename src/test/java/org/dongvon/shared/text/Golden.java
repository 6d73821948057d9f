package org.dongvon.shared.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.dongvon.shared.Refused;

/** Rows of golden/text, and what a row expects: a value or the name of a refusal. */
final class Golden {

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private Golden() {}

    static List<CSVRecord> rows(String file) throws IOException {
        var stream = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/text/" + file));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return CSV.parse(reader).getRecords();
        }
    }

    /** Spaces that an editor would lose are spelled out in the file. */
    static String typed(CSVRecord row) {
        return row.get("typed")
                .replace("<nbsp>", "\u00a0")
                .replace("<nnbsp>", "\u202f")
                .replace("<zwsp>", "\u200b")
                .replace("<tab>", "\t");
    }

    static String outcome(Supplier<String> parse) {
        try {
            return parse.get();
        } catch (Refused refused) {
            return refused.refusal().name();
        }
    }
}
