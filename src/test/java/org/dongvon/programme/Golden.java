package org.dongvon.programme;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Rows of golden/programme: what the handbook's tables say, typed from them and not from the shipped files. */
final class Golden {

    private static final CSVFormat CSV =
            CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get();

    private Golden() {}

    static List<CSVRecord> rows(String file) throws IOException {
        var stream = Objects.requireNonNull(Golden.class.getResourceAsStream("/golden/programme/" + file));
        try (var reader = new InputStreamReader(stream, StandardCharsets.UTF_8)) {
            return CSV.parse(reader).getRecords();
        }
    }
}
