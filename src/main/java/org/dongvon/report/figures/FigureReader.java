package org.dongvon.report.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.dongvon.report.Indicator;
import org.dongvon.report.PublishedFigure.Amount;
import org.dongvon.report.PublishedFigure.Cut;
import org.dongvon.report.PublishedFigure.Place;
import org.dongvon.shared.Refused;
import org.dongvon.shared.table.BadCell;
import org.dongvon.shared.table.Cell;
import org.dongvon.shared.table.CellText;
import org.dongvon.shared.table.Table;
import org.dongvon.shared.table.TableRefusal;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.Shortened;
import org.jspecify.annotations.Nullable;

/** Reads a table into figures, and names each cell that cannot be taken. */
final class FigureReader {

    /** The columns of a file, all of them, in any order. */
    static final List<String> COLUMNS = List.of(
            "unit", "date", "base", "indicator", "programme", "association", "source", "value", "scale", "document");

    private static final Set<String> SOURCES =
            Set.of("CENTRAL", "LOCAL", "MOBILISED", "PROVINCE", "DISTRICT", "COMMUNE");
    private static final LocalDate FIRST_DAY = LocalDate.of(1995, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2100, 12, 31);
    /** Day 0 of a workbook's dates, as they count from March 1900 on. */
    private static final LocalDate WORKBOOK_EPOCH = LocalDate.of(1899, 12, 30);

    private static final int LONGEST_UNIT = 200;
    private static final int LONGEST_CODE = 60;
    private static final int LONGEST_DOCUMENT = 500;
    private static final int SHOWN = 40;
    private static final String STARTS_A_FORMULA = "=@";
    /** People break a long document into lines within its cell. */
    private static final Pattern LINE_BREAK = Pattern.compile(" *\\R *");

    private final FigureCodes.Known known;
    private final List<FigureRow> rows = new ArrayList<>();
    private final List<BadCell> bad = new ArrayList<>();
    private final Map<List<String>, FigureRow> seen = new HashMap<>();
    // Of what several rows speak, by document.
    private final Map<List<String>, Map<String, FigureRow>> printed = new HashMap<>();
    // Many rows share their day, indicator and document: each is read once.
    private final Map<Cell, LocalDate> days = new HashMap<>();
    private final Map<Cell, Indicator> indicators = new HashMap<>();
    private final Map<Cell, String> documents = new HashMap<>();
    private int repeated;

    FigureReader(FigureCodes.Known known) {
        this.known = known;
    }

    /** The rows of a table that can be read, each once for a document, and the cells that cannot. */
    Content read(Table table) {
        for (var row : table.rows()) {
            if (row.surplus() > 0) {
                var surplus = new Refused(TableRefusal.SURPLUS_CELL, row.size(), COLUMNS.size());
                bad.add(new BadCell(row.number(), Integer.toString(COLUMNS.size() + 1), surplus));
                continue;
            }
            var read = new RowReader(row).read();
            if (read != null) {
                keep(read);
            }
        }
        return new Content(table.rows().size(), rows, bad, repeated);
    }

    private void keep(FigureRow row) {
        var key = row.key();
        var before = seen.putIfAbsent(key, row);
        if (before == null) {
            rows.add(row);
            return;
        }
        var same = printed.computeIfAbsent(key, each -> new HashMap<>(Map.of(before.document(), before)))
                .putIfAbsent(row.document(), row);
        if (same == null) {
            var version = row.after(before);
            seen.put(key, version);
            rows.add(version);
        } else if (same.amount().equals(row.amount())) {
            repeated++;
        } else {
            var twice = new Refused(FigureRefusal.PRINTED_TWICE, same.number(), same.words());
            bad.add(new BadCell(row.number(), "value", twice));
        }
    }

    /**
     * What a file holds.
     *
     * @param total rows below the header
     * @param repeated rows that say again what an earlier row of the file says
     */
    record Content(int total, List<FigureRow> rows, List<BadCell> bad, int repeated) {}

    /** One row; all its bad cells are named, not only the first. */
    private final class RowReader {

        private final Table.Row row;
        private boolean right = true;

        RowReader(Table.Row row) {
            this.row = row;
        }

        @Nullable
        FigureRow read() {
            var unit = cell("unit", cell -> required(CellText.name(cell, LONGEST_UNIT)));
            var indicator = cell("indicator", cell -> once(indicators, cell, this::indicator));
            var on = cell("date", cell -> once(days, cell, FigureReader::day));
            var base = cell("base", cell -> base(cell, indicator, on));
            var programme = cell("programme", this::programme);
            var association = cell("association", this::association);
            var source = cell("source", this::source);
            var scale = cell("scale", cell -> scale(cell, indicator));
            var number = cell("value", cell -> number(cell, indicator));
            var amount =
                    number == null || scale == null ? null : cell("value", cell -> scale.amount(number, typed(cell)));
            var document = cell("document", cell -> once(documents, cell, FigureReader::document));
            if (!right) {
                return null;
            }
            var place = new Place(
                    sure(unit),
                    sure(on),
                    base,
                    sure(indicator),
                    new Cut(sure(programme), sure(association), sure(source)));
            return figure(place, sure(amount), sure(scale).words(typed(row.cell("value"))), sure(document));
        }

        private FigureRow figure(Place place, Amount amount, String words, String document) {
            return new FigureRow(row.number(), place, amount, words, document, null);
        }

        private <T extends @Nullable Object> @Nullable T cell(String column, Function<Cell, T> reader) {
            try {
                return reader.apply(row.cell(column));
            } catch (Refused refused) {
                bad.add(new BadCell(row.number(), column, refused));
                right = false;
                return null;
            }
        }

        private Indicator indicator(Cell cell) {
            var code = required(CellText.of(cell, LONGEST_CODE));
            return Indicator.parse(code)
                    .orElseThrow(() -> new Refused(FigureRefusal.UNKNOWN_INDICATOR, Shortened.text(code, SHOWN)));
        }

        private @Nullable LocalDate base(Cell cell, @Nullable Indicator indicator, @Nullable LocalDate on) {
            if (cell.isEmpty()) {
                if (indicator != null && indicator.claimed().hasBase()) {
                    throw new Refused(FigureRefusal.BASE_MISSING, indicator.code());
                }
                return null;
            }
            var base = once(days, cell, FigureReader::day);
            if (indicator != null
                    && !indicator.claimed().hasBase()
                    && !(indicator.claimed() == Indicator.Claimed.VALUE
                            && indicator.measure().isFlow())) {
                throw new Refused(FigureRefusal.BASE_NOT_TAKEN, indicator.code());
            }
            if (on != null && !base.isBefore(on)) {
                throw new Refused(FigureRefusal.BASE_NOT_EARLIER, base, on);
            }
            return base;
        }

        private String programme(Cell cell) {
            var code = CellText.of(cell, LONGEST_CODE).toUpperCase(Locale.ROOT);
            if (!code.isEmpty() && !known.programmes().contains(code)) {
                throw new Refused(FigureRefusal.UNKNOWN_PROGRAMME, Shortened.text(code, SHOWN));
            }
            return code;
        }

        private String association(Cell cell) {
            var code = CellText.of(cell, LONGEST_CODE).toUpperCase(Locale.ROOT);
            if (code.isEmpty()) {
                return code;
            }
            var found = known.associations().get(code);
            if (found == null) {
                throw new Refused(FigureRefusal.UNKNOWN_ASSOCIATION, Shortened.text(code, SHOWN));
            }
            return found;
        }

        private String source(Cell cell) {
            var code = CellText.of(cell, LONGEST_CODE);
            if (!code.isEmpty() && !SOURCES.contains(code.toUpperCase(Locale.ROOT))) {
                throw new Refused(FigureRefusal.UNKNOWN_SOURCE, Shortened.text(code, SHOWN));
            }
            return code;
        }

        private Scale scale(Cell cell, @Nullable Indicator indicator) {
            var code = required(CellText.of(cell, LONGEST_CODE));
            var scale = Scale.of(code)
                    .orElseThrow(() -> new Refused(FigureRefusal.UNKNOWN_SCALE, Shortened.text(code, SHOWN)));
            if (indicator != null && !Scale.of(indicator).contains(scale)) {
                var suitable = Scale.of(indicator).stream().map(Scale::code).collect(Collectors.joining(", "));
                throw new Refused(FigureRefusal.SCALE_DOES_NOT_SUIT, code, indicator.code(), suitable);
            }
            return scale;
        }

        private PrintedNumber number(Cell cell, @Nullable Indicator indicator) {
            var typed = required(CellText.of(cell, LONGEST_CODE));
            if (cell.kind() == Cell.Kind.NUMBER && typed.contains(".")) {
                throw new Refused(FigureRefusal.DECIMALS_OF_A_NUMBER_CELL, typed);
            }
            if (STARTS_A_FORMULA.indexOf(typed.charAt(0)) >= 0) {
                throw new Refused(TableRefusal.RUNS_AS_FORMULA, Shortened.text(typed, SHOWN));
            }
            var number = PrintedNumber.parse(typed);
            if (number.value().signum() < 0 && indicator != null && !mayFall(indicator)) {
                throw new Refused(FigureRefusal.NEGATIVE, typed, indicator.code());
            }
            return number;
        }
    }

    private static <T> T once(Map<Cell, T> known, Cell cell, Function<Cell, T> reader) {
        var before = known.get(cell);
        if (before != null) {
            return before;
        }
        var read = reader.apply(cell);
        known.put(cell, read);
        return read;
    }

    private static String document(Cell cell) {
        var oneLine = LINE_BREAK.matcher(cell.text().strip()).replaceAll(" ");
        return required(CellText.name(new Cell(oneLine, cell.kind()), LONGEST_DOCUMENT));
    }

    private static boolean mayFall(Indicator indicator) {
        return indicator.claimed() == Indicator.Claimed.CHANGE || indicator.claimed() == Indicator.Claimed.GROWTH;
    }

    private static LocalDate day(Cell cell) {
        var typed = CellText.of(cell, LONGEST_CODE);
        var day = cell.kind() == Cell.Kind.NUMBER ? workbookDay(typed) : DateInput.parse(typed);
        if (day.isBefore(FIRST_DAY) || day.isAfter(LAST_DAY)) {
            throw new Refused(FigureRefusal.DAY_OUT_OF_RANGE, day);
        }
        return day;
    }

    private static LocalDate workbookDay(String typed) {
        var serial = new BigDecimal(typed).toBigInteger();
        return serial.signum() < 0 || serial.bitLength() > 20
                ? WORKBOOK_EPOCH
                : WORKBOOK_EPOCH.plusDays(serial.intValue());
    }

    private static String typed(Cell cell) {
        return CellText.of(cell, LONGEST_CODE);
    }

    private static String required(String text) {
        if (text.isEmpty()) {
            throw new Refused(TableRefusal.NO_CONTENT);
        }
        return text;
    }

    private static <T> T sure(@Nullable T value) {
        return java.util.Objects.requireNonNull(value);
    }
}
