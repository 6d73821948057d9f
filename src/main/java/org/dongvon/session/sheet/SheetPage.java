package org.dongvon.session.sheet;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.Provisionals;
import org.dongvon.session.sheet.SheetReader.OpenSheet;
import org.dongvon.session.sheet.SheetReader.PostedLine;
import org.dongvon.session.sheet.SheetReader.Row;
import org.dongvon.session.sheet.TypedSheet.State;
import org.dongvon.session.sheet.TypedSheet.TypedLine;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.RefusalNote;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;

/** The rows of a sheet as the page shows them: what the books ask for, what was typed, and what became of it. */
record SheetPage(OpenSheet sheet, List<ShownRow> rows) implements ShowsPeople {

    @Override
    public Purpose purpose() {
        return Purpose.SESSION;
    }

    @Override
    public List<Long> people() {
        return sheet.people();
    }

    /** A sheet nobody has typed into yet. */
    static SheetPage of(OpenSheet sheet, Formats formats) {
        return new Builder(sheet, formats).rows();
    }

    /** A sheet that comes back, with everything that was typed still in its place. */
    static SheetPage of(OpenSheet sheet, Formats formats, Typed typed) {
        return new Builder(sheet, formats).rows(typed);
    }

    long count(State state) {
        return rows.stream().filter(row -> row.state() == state).count();
    }

    public long done() {
        return rows.size() - count(State.PENDING);
    }

    public long posted() {
        return count(State.POSTED);
    }

    /** Lines that were refused: also those in the books already that came again with other content. */
    public long refused() {
        return rows.stream().filter(row -> row.cells().why() != null).count();
    }

    public boolean isPosted() {
        return posted() == rows.size();
    }

    public Dong interestAsked() {
        return sum(rows.stream().map(ShownRow::interestDue).toList());
    }

    public Dong outstanding() {
        return sum(rows.stream()
                .map(row -> row.source().loan())
                .filter(Objects::nonNull)
                .map(SheetReader.LoanFacts::outstanding)
                .toList());
    }

    public Dong principalDue() {
        return sum(rows.stream()
                .map(row -> row.source().loan())
                .filter(Objects::nonNull)
                .map(SheetReader.LoanFacts::due)
                .toList());
    }

    /** What the group's head took and nobody has counted yet. */
    public Provisionals.Money taken() {
        return sheet.taken().stream()
                .map(Provisionals.Open::money)
                .reduce(Provisionals.Money.NOTHING, Provisionals.Money::plus);
    }

    /** Interest of the lines that were handled and are not in the books yet. */
    public Dong interest() {
        return sum(handled().stream().map(TypedLine::interest).toList());
    }

    public Dong saving() {
        return sum(handled().stream().map(TypedLine::saving).toList());
    }

    public Dong cashPosted() {
        return sum(rows.stream()
                .map(ShownRow::posted)
                .filter(Objects::nonNull)
                .map(line -> line.interest().plus(line.saving()))
                .toList());
    }

    private List<TypedLine> handled() {
        return rows.stream()
                .filter(row -> row.state() != State.POSTED)
                .map(ShownRow::typed)
                .filter(Objects::nonNull)
                .filter(TypedLine::isHandled)
                .toList();
    }

    private static Dong sum(List<Dong> amounts) {
        return amounts.stream().reduce(Dong.ZERO, Dong::plus);
    }

    /**
     * What came back.
     *
     * @param answer what became of the handled lines; none when nothing was asked of the books
     */
    record Typed(TypedSheet sheet, Form form, @Nullable SheetAnswer answer) {}

    /**
     * One row.
     *
     * @param number its place on the page, and in the names of its fields
     * @param first whether it is the member's first, which carries the deposit
     */
    record ShownRow(
            int number,
            Row source,
            boolean first,
            UUID lineId,
            Dong interestDue,
            Cells cells,
            List<Provisionals.Open> taken) {

        /** What the group's head took before; nothing where she took nothing. */
        public Provisionals.Money takenMoney() {
            return taken.stream()
                    .map(Provisionals.Open::money)
                    .reduce(Provisionals.Money.NOTHING, Provisionals.Money::plus);
        }

        /** The provisional lines that posting the row counts. */
        public String takenLines() {
            return taken.stream().map(each -> each.lineId().toString()).collect(Collectors.joining(" "));
        }

        /** What the cell is filled with: what the head took, or else what is owed. */
        public Dong interestWanted() {
            return taken.isEmpty() ? interestDue : takenMoney().interest();
        }

        public State state() {
            return cells.state();
        }

        public @Nullable PostedLine posted() {
            return cells.posted();
        }

        public @Nullable TypedLine typed() {
            return cells.typed();
        }

        public boolean hasInterest() {
            return source.loan() != null;
        }

        public boolean hasSaving() {
            return first && source.member().saves();
        }

        public Dong savingDue() {
            if (!hasSaving()) {
                return Dong.ZERO;
            }
            return taken.isEmpty()
                    ? source.member().monthlySaving()
                    : takenMoney().saving();
        }

        /** What the page sends back to say which line this is. */
        public String token() {
            var loan = source.loan();
            return lineId + " " + source.member().id() + " " + (loan == null ? "-" : loan.id());
        }
    }

    /** What stands in a row's two cells, and what became of it. */
    record Cells(
            State state,
            String interest,
            String saving,
            String note,
            @Nullable PostedLine posted,
            @Nullable TypedLine typed,
            @Nullable RefusalNote why) {}

    /** Puts the rows together. */
    private static final class Builder {

        private final OpenSheet sheet;
        private final Formats formats;
        private final Map<Row, PostedLine> posted;
        private final Set<UUID> known;

        Builder(OpenSheet sheet, Formats formats) {
            this.sheet = sheet;
            this.formats = formats;
            this.posted = posted(sheet);
            this.known = sheet.knownLines().collect(Collectors.toCollection(HashSet::new));
        }

        /** A line belongs to the row of its loan, a deposit alone to the member's first row. */
        private static Map<Row, PostedLine> posted(OpenSheet sheet) {
            Map<Row, PostedLine> result = new HashMap<>();
            for (var line : sheet.posted()) {
                if (!line.reversed()) {
                    sheet.rows().stream()
                            .filter(row -> row.member().id() == line.memberId())
                            .filter(row ->
                                    line.loanId() == null || line.loanId().equals(loanId(row)))
                            .findFirst()
                            .ifPresent(row -> result.put(row, line));
                }
            }
            return result;
        }

        private static @Nullable Long loanId(Row row) {
            var loan = row.loan();
            return loan == null ? null : loan.id();
        }

        SheetPage rows() {
            return build(null);
        }

        SheetPage rows(Typed typed) {
            return build(typed);
        }

        private SheetPage build(@Nullable Typed typed) {
            var rows = new ArrayList<ShownRow>();
            long member = 0;
            for (var row : sheet.rows()) {
                boolean first = row.member().id() != member;
                member = row.member().id();
                rows.add(row(rows.size() + 1, row, first, typed));
            }
            return new SheetPage(sheet, List.copyOf(rows));
        }

        private ShownRow row(int number, Row row, boolean first, @Nullable Typed typed) {
            var loan = row.loan();
            var asked = loan == null ? Dong.ZERO : sheet.asked().getOrDefault(loan.id(), Dong.ZERO);
            var fresh = new ShownRow(
                    number,
                    row,
                    first,
                    lineId(row),
                    asked,
                    new Cells(State.PENDING, "", "", "", posted.get(row), null, null),
                    sheet.taken(row));
            var cells = fresh.posted() != null ? inTheBooks(fresh, typed) : cells(fresh, typed);
            var line = cells.typed() == null ? fresh.lineId() : cells.typed().lineId();
            return new ShownRow(number, row, first, line, asked, cells, fresh.taken());
        }

        /** What was typed for a line that was posted meanwhile gives way to what the books say; the reason stays. */
        private Cells inTheBooks(ShownRow row, @Nullable Typed typed) {
            var line = Objects.requireNonNull(row.posted(), "asked for a posted row");
            var why = typed == null
                    ? null
                    : typed.sheet()
                            .of(row.source())
                            .map(again -> why(typed, again))
                            .orElse(null);
            return new Cells(
                    State.POSTED,
                    formats.dong(line.interest()),
                    formats.dong(line.saving()),
                    line.note(),
                    line,
                    null,
                    why);
        }

        private Cells cells(ShownRow row, @Nullable Typed typed) {
            var line = typed == null ? null : typed.sheet().of(row.source()).orElse(null);
            if (typed == null || line == null) {
                return new Cells(
                        State.PENDING,
                        formats.dong(row.interestWanted()),
                        formats.dong(row.savingDue()),
                        "",
                        null,
                        null,
                        null);
            }
            var why = why(typed, line);
            return new Cells(
                    why == null ? line.state() : State.REFUSED,
                    typed.form().text("interest-" + line.number()),
                    typed.form().text("saving-" + line.number()),
                    typed.form().text("note-" + line.number()),
                    null,
                    line,
                    why);
        }

        private static @Nullable RefusalNote why(Typed typed, TypedLine line) {
            for (var field : List.of("interest-" + line.number(), "saving-" + line.number(), "note-" + line.number())) {
                var wrong = typed.form().wrong(field);
                if (wrong != null) {
                    return RefusalNote.of(wrong);
                }
            }
            var answer = typed.answer();
            return answer == null || !line.isHandled()
                    ? null
                    : answer.of(line.lineId()).refusal();
        }

        /**
         * Follows from session, group, member and loan: two windows on the same sheet post the same line, once. A line
         * that was taken back makes room for the next.
         */
        private UUID lineId(Row row) {
            for (int attempt = 0; ; attempt++) {
                var text = "sheet line %d %d %d %s %d"
                        .formatted(
                                sheet.head().id(),
                                sheet.group().id(),
                                row.member().id(),
                                loanId(row),
                                attempt);
                var id = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.US_ASCII));
                if (!known.contains(id)) {
                    return id;
                }
            }
        }
    }
}
