package org.dongvon.shared.table;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * A table that goes along as a sheet of a workbook or on paper: what it is of, its columns and its rows. Cells are {@link Dong}, whole numbers
 * ({@code Long} grouped, {@code Integer} plain), {@code BigDecimal}, {@code LocalDate}, texts, or nothing.
 *
 * @param name of the sheet
 * @param heading lines above the table; the first is its title
 * @param columns the titles of the columns
 */
public record Sheet(String name, List<String> heading, List<String> columns, List<Row> rows) {

    public Sheet {
        heading = List.copyOf(heading);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * One row.
     *
     * @param isSum whether it sums others up
     */
    public record Row(List<@Nullable Object> cells, boolean isSum) {

        public Row {
            cells = Collections.unmodifiableList(new ArrayList<>(cells));
        }

        /** A row of its own figures. */
        public static Row of(@Nullable Object... cells) {
            return new Row(listOf(cells), false);
        }

        /** A row that sums others up. */
        public static Row sum(@Nullable Object... cells) {
            return new Row(listOf(cells), true);
        }

        private static List<@Nullable Object> listOf(@Nullable Object... cells) {
            var list = new ArrayList<@Nullable Object>();
            Collections.addAll(list, cells);
            return list;
        }
    }
}
