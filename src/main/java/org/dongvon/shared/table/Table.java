package org.dongvon.shared.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Shortened;

/** The rows of a file under its header; rows without any content are left out and keep their numbers. */
public final class Table {

    private static final int SHOWN = 40;

    private final List<String> columns;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /**
     * A table whose columns are exactly these, in any order.
     *
     * @throws Refused {@link TableRefusal#EMPTY_FILE}, {@link TableRefusal#DUPLICATE_COLUMN},
     *     {@link TableRefusal#UNKNOWN_COLUMN}, {@link TableRefusal#MISSING_COLUMN}
     */
    Table(List<String> columns, List<List<Cell>> lines) {
        this.columns = List.copyOf(columns);
        int header = 0;
        while (header < lines.size() && isBlank(lines.get(header))) {
            header++;
        }
        if (header == lines.size()) {
            throw new Refused(TableRefusal.EMPTY_FILE);
        }
        readHeader(lines.get(header));
        for (int i = header + 1; i < lines.size(); i++) {
            if (!isBlank(lines.get(i))) {
                rows.add(new Row(i + 1, lines.get(i)));
            }
        }
    }

    private void readHeader(List<Cell> header) {
        for (int i = 0; i < header.size(); i++) {
            var name = header.get(i).text().strip();
            if (name.isEmpty()) {
                continue;
            }
            if (!columns.contains(name)) {
                throw new Refused(TableRefusal.UNKNOWN_COLUMN, Shortened.text(name, SHOWN), String.join(", ", columns));
            }
            if (places.put(name, i) != null) {
                throw new Refused(TableRefusal.DUPLICATE_COLUMN, name);
            }
        }
        var missing =
                columns.stream().filter(column -> !places.containsKey(column)).toList();
        if (!missing.isEmpty()) {
            throw new Refused(TableRefusal.MISSING_COLUMN, String.join(", ", missing));
        }
    }

    private static boolean isBlank(List<Cell> line) {
        return line.stream().allMatch(Cell::isEmpty);
    }

    /** The columns that it has, in no order. */
    List<String> columns() {
        return columns;
    }

    public List<Row> rows() {
        return rows;
    }

    /** A row with its number as a spreadsheet counts: the header is row 1. */
    public final class Row {

        private final int number;
        private final List<Cell> cells;

        private Row(int number, List<Cell> cells) {
            this.number = number;
            this.cells = cells;
        }

        public int number() {
            return number;
        }

        /** The cell of a column; empty where the row ends before it. */
        public Cell cell(String column) {
            Integer place = places.get(column);
            if (place == null) {
                throw new IllegalArgumentException("no column " + column);
            }
            return place < cells.size() ? cells.get(place) : Cell.EMPTY;
        }

        /** How many cells the row has beyond its header's columns, if any of them has content; else 0. */
        public int surplus() {
            int last = cells.size();
            while (last > 0 && cells.get(last - 1).isEmpty()) {
                last--;
            }
            int known =
                    places.values().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
            return Math.max(0, last - known);
        }

        /** How many cells the row has. */
        public int size() {
            return cells.size();
        }
    }
}
