package org.dongvon.household.classes;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.dongvon.household.HouseholdClass;
import org.dongvon.shared.Refused;
import org.dongvon.shared.table.BadCell;
import org.dongvon.shared.table.Cell;
import org.dongvon.shared.table.CellText;
import org.dongvon.shared.table.Table;
import org.dongvon.shared.table.TableRefusal;
import org.dongvon.shared.text.Shortened;
import org.jspecify.annotations.Nullable;

/** Reads a table into the rows of a list, and names each cell that cannot be taken. */
final class ClassReader {

    /** The columns of a file, all of them, in any order. */
    static final List<String> COLUMNS = List.of("decision", "extent", "household", "head", "class");

    private static final int LONGEST_CODE = 40;
    private static final int LONGEST_NAME = 120;
    private static final int SHOWN = 40;

    /** Codes, and what the commune's own lists say, without diacritics. */
    private static final Map<String, HouseholdClass> CLASSES = Map.of(
            "poor", HouseholdClass.POOR,
            "ho ngheo", HouseholdClass.POOR,
            "near_poor", HouseholdClass.NEAR_POOR,
            "ho can ngheo", HouseholdClass.NEAR_POOR,
            "newly_escaped", HouseholdClass.NEWLY_ESCAPED,
            "ho moi thoat ngheo", HouseholdClass.NEWLY_ESCAPED,
            "average", HouseholdClass.AVERAGE,
            "ho co muc song trung binh", HouseholdClass.AVERAGE);

    private static final Map<String, Extent> EXTENTS = Map.of(
            "complete", Extent.COMPLETE,
            "toan bo", Extent.COMPLETE,
            "addition", Extent.ADDITION,
            "bo sung", Extent.ADDITION);

    private final List<ClassRow> rows = new ArrayList<>();
    private final List<BadCell> bad = new ArrayList<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private @Nullable String decision;
    private @Nullable Extent extent;

    private ClassReader() {}

    static Content read(Table table) {
        var reader = new ClassReader();
        table.rows().forEach(reader::read);
        return new Content(table.rows().size(), reader.decision, reader.extent, reader.rows, reader.bad);
    }

    private void read(Table.Row row) {
        int before = bad.size();
        cell(row, "decision", this::decision);
        cell(row, "extent", this::extent);
        var household = cell(row, "household", cell -> household(cell, row.number()));
        var head = cell(row, "head", cell -> required(CellText.name(cell, LONGEST_NAME)));
        var named = cell(row, "class", ClassReader::householdClass);
        if (bad.size() == before && household != null && head != null && named != null) {
            rows.add(new ClassRow(row.number(), household, head, named));
        }
    }

    private <T> @Nullable T cell(Table.Row row, String column, Function<Cell, T> reader) {
        try {
            return reader.apply(row.cell(column));
        } catch (Refused refused) {
            bad.add(new BadCell(row.number(), column, refused));
            return null;
        }
    }

    // One file, one decision: what the first row says holds for all.
    private String decision(Cell cell) {
        var text = required(CellText.name(cell, LONGEST_CODE));
        if (decision == null) {
            decision = text;
        } else if (!decision.equals(text)) {
            throw new Refused(ClassRefusal.DIFFERS_FROM_FIRST_ROW, Shortened.text(decision, SHOWN));
        }
        return text;
    }

    private Extent extent(Cell cell) {
        var text = required(CellText.of(cell, LONGEST_CODE));
        var found = EXTENTS.get(plain(text));
        if (found == null) {
            throw new Refused(ClassRefusal.UNKNOWN_EXTENT, Shortened.text(text, SHOWN));
        }
        if (extent == null) {
            extent = found;
        } else if (extent != found) {
            throw new Refused(ClassRefusal.DIFFERS_FROM_FIRST_ROW, extent);
        }
        return found;
    }

    private String household(Cell cell, int number) {
        var code = required(CellText.name(cell, LONGEST_CODE));
        var before = seen.putIfAbsent(code, number);
        if (before != null) {
            throw new Refused(ClassRefusal.LISTED_TWICE, before);
        }
        return code;
    }

    private static HouseholdClass householdClass(Cell cell) {
        var text = required(CellText.of(cell, LONGEST_CODE));
        var found = CLASSES.get(plain(text));
        if (found == null) {
            throw new Refused(ClassRefusal.UNKNOWN_CLASS, Shortened.text(text, SHOWN));
        }
        return found;
    }

    /** Small letters without diacritics, single spaces. */
    static String plain(String text) {
        return Normalizer.normalize(text.strip().toLowerCase(Locale.ROOT).replace('\u0111', 'd'), Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("\\s+", " ");
    }

    private static String required(String text) {
        if (text.isEmpty()) {
            throw new Refused(TableRefusal.NO_CONTENT);
        }
        return text;
    }

    /** Whether a list names everybody, or changes only whom it names. */
    enum Extent {
        COMPLETE,
        ADDITION
    }

    /** A household as the list names it. */
    record ClassRow(int number, String household, String head, HouseholdClass householdClass) {}

    /**
     * What a file holds.
     *
     * @param total rows below the header
     */
    record Content(
            int total, @Nullable String decision, @Nullable Extent extent, List<ClassRow> rows, List<BadCell> bad) {}
}
