package org.dongvon.document;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A file of reference data that comes with the product, {@code reference/<name>.csv}: UTF-8 with a header. A bad cell
 * is a fault of the build, so it is thrown with its line and column.
 *
 * @param name the file's name without its ending
 * @param text the whole file
 */
public record ShippedFile(String name, String text) {

    private static final CSVFormat CSV =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    /** Reads a shipped file. */
    public static ShippedFile read(String name) {
        var path = "/reference/" + name + ".csv";
        try (var in = Objects.requireNonNull(ShippedFile.class.getResourceAsStream(path), path)) {
            return new ShippedFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its rows in order. */
    public <T> List<T> rows(Function<Row, T> reader) {
        try (var parser = CSV.parse(new StringReader(text))) {
            return parser.stream()
                    .map(record -> reader.apply(new Row(name, record)))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its rows as a JSON array of objects, every cell a text under its column's name: how PostgreSQL takes it whole. */
    public String json() {
        return JsonMapper.shared().writeValueAsString(rows(row -> row.cells.toMap()));
    }

    /** A row, read cell by cell. */
    public static final class Row {

        private final String file;
        private final CSVRecord cells;

        private Row(String file, CSVRecord cells) {
            this.file = file;
            this.cells = cells;
        }

        /** A cell as it stands; empty when nothing is there. */
        public String text(String column) {
            return cells.get(column);
        }

        /** A day as {@code 2025-12-01}; null when empty. */
        public @Nullable LocalDate day(String column) {
            return optional(column, LocalDate::parse);
        }

        /** A day that must be there. */
        public LocalDate requiredDay(String column) {
            return read(column, LocalDate::parse);
        }

        /** A whole number; null when empty. */
        public @Nullable Long whole(String column) {
            return optional(column, Long::valueOf);
        }

        /** A small whole number that must be there. */
        public int number(String column) {
            return read(column, Integer::valueOf);
        }

        /** A constant by its name, in any case. */
        public <E extends Enum<E>> E constant(String column, Class<E> type) {
            return read(column, name -> Enum.valueOf(type, name.toUpperCase(Locale.ROOT)));
        }

        /** Entries between semicolons. */
        public List<String> list(String column) {
            return Arrays.stream(text(column).split(";"))
                    .filter(each -> !each.isEmpty())
                    .toList();
        }

        /** A cell read by a function that throws when it cannot. */
        public <T> T read(String column, Function<String, T> reader) {
            try {
                return reader.apply(text(column));
            } catch (RuntimeException e) {
                throw new IllegalStateException(
                        file + ".csv line " + (cells.getRecordNumber() + 1) + ", " + column + ": " + text(column), e);
            }
        }

        private <T> @Nullable T optional(String column, Function<String, T> reader) {
            return text(column).isEmpty() ? null : read(column, reader);
        }
    }
}
