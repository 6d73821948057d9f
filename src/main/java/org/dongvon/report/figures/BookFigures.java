package org.dongvon.report.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Units;
import org.dongvon.position.Cell;
import org.dongvon.position.Dimension;
import org.dongvon.position.HeadCount;
import org.dongvon.position.Position;
import org.dongvon.position.Positions;
import org.dongvon.report.Indicator.Claimed;
import org.dongvon.report.Measure.Nature;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigure.Cut;
import org.dongvon.report.Ratios;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the books say of what was published, to be shown beside it and never in its place. */
@Component
public class BookFigures {

    private static final String PROGRAMMES = """
            select code, id from programme.v_programme
            """;

    private static final String UNITS = """
            select code from organisation.unit where code = any (cast(:codes as text[]))
            """;

    private static final String DIRECT = "NONE";

    private final Units units;
    private final Positions positions;
    private final Transactions transactions;
    private final JdbcClient db;

    BookFigures(Units units, Positions positions, Transactions transactions, JdbcClient db) {
        this.units = units;
        this.positions = positions;
        this.transactions = transactions;
        this.db = db;
    }

    /** Published figures with what the books have, where they reach and the reader may see all of the unit. */
    public List<Beside> beside(Actor actor, List<PublishedFigure> figures) {
        return transactions.read(actor, () -> {
            var programmes = programmes();
            var codes = codes(figures);
            Map<List<Object>, Optional<Position>> known = new HashMap<>();
            var lines = new ArrayList<Beside>(figures.size());
            for (var figure : figures) {
                var place = figure.place();
                var position = known.computeIfAbsent(
                        List.of(place.unit(), place.on()),
                        key -> codes.contains(place.unit())
                                ? position(actor, place.unit(), place.on())
                                : Optional.empty());
                lines.add(new Beside(
                        figure,
                        position.flatMap(books -> number(books, figure, programmes))
                                .orElse(null)));
            }
            return lines;
        });
    }

    /** The places that are units here: of the others the books know nothing. */
    private Set<String> codes(List<PublishedFigure> figures) {
        var places = figures.stream().map(figure -> figure.place().unit()).distinct();
        return Set.copyOf(db.sql(UNITS)
                .param("codes", places.toArray(String[]::new))
                .query((row, n) -> row.getString("code"))
                .list());
    }

    private Map<String, Integer> programmes() {
        Map<String, Integer> programmes = new HashMap<>();
        db.sql(PROGRAMMES).query(row -> {
            programmes.put(row.getString("code"), row.getInt("id"));
        });
        return programmes;
    }

    private Optional<Position> position(Actor actor, String code, LocalDate day) {
        return units.find(code)
                .filter(unit -> units.inScope(day).contains(unit))
                .filter(unit -> positions.reach(actor, unit, day))
                .map(unit -> positions.at(actor, unit, day));
    }

    private static Optional<BigDecimal> number(
            Position books, PublishedFigure figure, Map<String, Integer> programmes) {
        if (figure.indicator().claimed() != Claimed.VALUE) {
            return Optional.empty();
        }
        var cut = figure.place().cut();
        var heads = heads(books, cut, programmes);
        return switch (figure.indicator().measure()) {
            case OUTSTANDING ->
                outstanding(books, cut, programmes).map(Dong::amount).map(BigDecimal::valueOf);
            case OUTSTANDING_IN_TERM -> part(books, cut, Part.IN_TERM);
            case OUTSTANDING_OVERDUE -> part(books, cut, Part.OVERDUE);
            case OUTSTANDING_FROZEN -> part(books, cut, Part.FROZEN);
            case OUTSTANDING_ENTRUSTED -> entrusted(books, cut);
            case HOUSEHOLDS -> heads.map(HeadCount::households).map(BigDecimal::valueOf);
            case BORROWERS -> heads.map(HeadCount::borrowers).map(BigDecimal::valueOf);
            case LOANS -> heads.map(HeadCount::loans).map(BigDecimal::valueOf);
            case PROGRAMMES ->
                cut.isWhole()
                        ? Optional.of(BigDecimal.valueOf(books.byProgramme().values().stream()
                                .filter(Dong::isPositive)
                                .count()))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Dong> outstanding(Position books, Cut cut, Map<String, Integer> programmes) {
        if (cut.isWhole()) {
            return Optional.of(books.outstanding());
        }
        if (!isCutOnce(cut)) {
            return Optional.empty();
        }
        return Optional.of(
                cut.programme().isEmpty()
                        ? books.byAssociation().getOrDefault(cut.association(), Dong.ZERO)
                        : books.byProgramme().getOrDefault(programmes.get(cut.programme()), Dong.ZERO));
    }

    private static Optional<HeadCount> heads(Position books, Cut cut, Map<String, Integer> programmes) {
        if (cut.isWhole()) {
            return Optional.of(books.everyone());
        }
        if (!isCutOnce(cut)) {
            return Optional.empty();
        }
        return Optional.of(
                cut.programme().isEmpty()
                        ? books.heads(Dimension.ASSOCIATION, cut.association())
                        : books.heads(Dimension.PROGRAMME, String.valueOf(programmes.get(cut.programme()))));
    }

    private static boolean isCutOnce(Cut cut) {
        return cut.source().isEmpty()
                && (cut.programme().isEmpty() || cut.association().isEmpty());
    }

    private static Optional<BigDecimal> part(Position books, Cut cut, Part part) {
        return cut.isWhole()
                ? Optional.of(BigDecimal.valueOf(books.cells().stream()
                        .filter(cell -> cell.part() == part)
                        .map(Cell::principal)
                        .reduce(Dong.ZERO, Dong::plus)
                        .amount()))
                : Optional.empty();
    }

    private static Optional<BigDecimal> entrusted(Position books, Cut cut) {
        var direct = books.byAssociation().getOrDefault(DIRECT, Dong.ZERO);
        return cut.isWhole()
                ? Optional.of(BigDecimal.valueOf(books.outstanding().amount() - direct.amount()))
                : Optional.empty();
    }

    /**
     * A published figure and the books' own.
     *
     * @param books none where the books do not reach, or do not measure it
     */
    public record Beside(PublishedFigure figure, @Nullable BigDecimal books) {

        /** Whether the number is money, shown in million đồng. */
        public boolean isMoney() {
            return figure.indicator().measure().nature() == Nature.MONEY;
        }

        /** The books' number in the unit that tables show; money in million đồng. */
        public @Nullable BigDecimal shown() {
            return books == null || !isMoney() ? books : Ratios.trimmed(books.movePointLeft(6));
        }

        /** Whether the books have a number that rounds to what was printed, or as much as "more than" says. */
        public boolean agrees() {
            return books != null
                    && books.compareTo(figure.amount().low()) >= 0
                    && (figure.isAtLeast() || books.compareTo(figure.amount().high()) <= 0);
        }
    }
}
