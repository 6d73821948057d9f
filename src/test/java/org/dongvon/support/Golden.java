package org.dongvon.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.dongvon.engine.money.Dong;

/** The golden tables: worked examples in {@code src/test/resources/golden}, shown to people on the pages in docs. */
public final class Golden {

    private static final Path FOLDER = Path.of("src/test/resources/golden");

    private Golden() {}

    /** The rows of a table, for example {@code interest/periods}. */
    public static List<Row> rows(String table) {
        var lines = read(table);
        return lines.stream()
                .skip(1)
                .map(cells -> row(table, lines.getFirst(), cells))
                .toList();
    }

    /** The header and rows of a table as plain cells. */
    public static List<List<String>> read(String table) {
        try (var parser = CSVFormat.RFC4180.parse(Files.newBufferedReader(FOLDER.resolve(table + ".csv"), UTF_8))) {
            return parser.stream().map(each -> each.toList()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of all tables in a folder and below it, in order. */
    public static List<String> tables(String folder) {
        try (var files = Files.walk(FOLDER.resolve(folder))) {
            return files.filter(Files::isRegularFile)
                    .map(each -> FOLDER.relativize(each).toString().replaceFirst("[.]csv$", ""))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String table, List<String> header, List<String> cells) {
        if (cells.size() != header.size()) {
            throw new IllegalStateException(table + " has a row of " + cells.size() + " cells: " + cells);
        }
        var named = new LinkedHashMap<String, String>();
        for (int i = 0; i < cells.size(); i++) {
            named.put(header.get(i), cells.get(i));
        }
        return new Row(table, named);
    }

    /** One row; its name in reports is its table and its first cells. */
    public record Row(String table, Map<String, String> cells) {

        /** A cell as it stands. */
        public String text(String column) {
            var cell = cells.get(column);
            if (cell == null) {
                throw new IllegalArgumentException(table + " has no column " + column + ", but " + cells.keySet());
            }
            return cell;
        }

        /** A cell with a date. */
        public LocalDate date(String column) {
            return LocalDate.parse(text(column));
        }

        /** A cell with a whole number, whose thousands may stand apart. */
        public BigInteger whole(String column) {
            return Golden.whole(text(column));
        }

        /** A cell with a whole number that fits an int. */
        public int number(String column) {
            return whole(column).intValueExact();
        }

        /** A cell with an amount of đồng. */
        public Dong dong(String column) {
            return Golden.dong(text(column));
        }

        @Override
        public String toString() {
            return table + ": "
                    + String.join(" ", cells.values().stream().limit(3).toList());
        }
    }

    /** An amount of đồng, whose thousands may stand apart. */
    public static Dong dong(String text) {
        return Dong.of(whole(text).longValueExact());
    }

    private static BigInteger whole(String text) {
        return new BigInteger(text.replace(" ", ""));
    }
}
