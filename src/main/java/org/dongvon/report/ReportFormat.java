package org.dongvon.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.dongvon.shared.Refused;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** How a report is written for programs: UTF-8, numbers without grouping, ISO dates. */
public enum ReportFormat {
    /** An object; the names of its fields are the outside contract. */
    JSON {
        @Override
        public void write(Statement statement, Appendable out) throws IOException {
            out.append(MAPPER.writeValueAsString(statement)).append('\n');
        }
    },
    /** One figure a row: section, code, measure, value. */
    CSV {
        @Override
        public void write(Statement statement, Appendable out) throws IOException {
            var printer = new CSVPrinter(out, CSVFormat.RFC4180);
            printer.printRecord("section", "code", "measure", "value");
            for (var row : statement.rows()) {
                printer.printRecord(row.section(), row.code(), row.measure(), row.value());
            }
            printer.flush();
        }
    };

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    /**
     * The format of a name.
     *
     * @throws Refused {@link ReportRefusal#FORMAT_NOT_YET} for xlsx and pdf, {@link ReportRefusal#UNKNOWN_FORMAT}
     */
    public static ReportFormat of(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "json" -> JSON;
            case "csv" -> CSV;
            case "xlsx", "pdf" -> throw new Refused(ReportRefusal.FORMAT_NOT_YET, name);
            default -> throw new Refused(ReportRefusal.UNKNOWN_FORMAT, name);
        };
    }

    abstract void write(Statement statement, Appendable out) throws IOException;

    /** Writes a statement. */
    public void print(Statement statement, Appendable out) {
        try {
            write(statement, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
