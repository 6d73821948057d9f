package org.dongvon.report.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dongvon.report.Indicator;
import org.dongvon.report.Measure;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.PublishedFigure.Place;
import org.dongvon.report.PublishedFigures;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.Language;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Published figures as people look through them: filtered, beside the books, with the claims that do not hold. */
@Component
class FiguresPage {

    private static final int ROWS = 50;
    private static final int MOST_BROKEN = 50;
    private static final int MOST_PLACES = 200;

    private static final String NAMES = """
            select code, name from organisation.unit where code = any (cast(:codes as text[]))
            """;

    private final PublishedFigures figures;
    private final FiguresCheckReport check;
    private final BookFigures books;
    private final JdbcClient db;
    private final Transactions transactions;

    FiguresPage(
            PublishedFigures figures,
            FiguresCheckReport check,
            BookFigures books,
            JdbcClient db,
            Transactions transactions) {
        this.figures = figures;
        this.check = check;
        this.books = books;
        this.db = db;
        this.transactions = transactions;
    }

    Content read(Actor actor, Filter filter, Language language) {
        return transactions.read(actor, () -> {
            var all = figures.all(Optional.empty());
            var names = names(all);
            var wanted = filter.named(names);
            var checks = check.checks(actor, wanted.unit()).stream()
                    .filter(each -> wanted.holdsDay(each.figure()))
                    .toList();
            var broken = FigureCheck.broken(checks);
            var brokenPlaces = new HashSet<Place>();
            broken.forEach(each -> brokenPlaces.add(each.figure().place()));
            var found = all.stream()
                    .filter(wanted::holds)
                    .filter(figure -> !filter.brokenOnly() || brokenPlaces.contains(figure.place()))
                    .sorted(FigureCheck.FIGURES)
                    .toList();
            int from = Math.min((filter.page() - 1) * ROWS, found.size());
            var shown = found.subList(from, Math.min(from + ROWS, found.size()));
            var arithmetic = new Arithmetic(language);
            return new Content(
                    filter,
                    names,
                    lines(books.beside(actor, shown), brokenPlaces),
                    found.size(),
                    checks.size(),
                    broken.size(),
                    broken.stream().limit(MOST_BROKEN).map(arithmetic::of).toList());
        });
    }

    private static List<Line> lines(List<BookFigures.Beside> figures, Set<Place> broken) {
        return figures.stream()
                .map(each -> new Line(each, broken.contains(each.figure().place())))
                .toList();
    }

    /** Places that figures are known of: names of units by code, or what was written. */
    private Map<String, String> names(List<PublishedFigure> all) {
        Map<String, String> names = new TreeMap<>();
        all.forEach(figure -> names.put(figure.place().unit(), figure.place().unit()));
        db.sql(NAMES).param("codes", names.keySet().toArray(String[]::new)).query(row -> {
            names.put(row.getString("code"), row.getString("name"));
        });
        return names;
    }

    /** What a reader asked to see. */
    record Filter(
            Optional<String> unit, Optional<LocalDate> day, Optional<String> indicator, boolean brokenOnly, int page) {

        /** @throws Refused for a day that is none */
        static Filter of(Map<String, String> asked) {
            var page = asked.getOrDefault("page", "1");
            return new Filter(
                    text(asked, "unit"),
                    text(asked, "day").map(DateInput::parse),
                    text(asked, "indicator"),
                    asked.containsKey("broken"),
                    page.matches("[1-9][0-9]{0,5}") ? Integer.parseInt(page) : 1);
        }

        private static Optional<String> text(Map<String, String> asked, String field) {
            return Optional.ofNullable(asked.get(field)).map(String::strip).filter(text -> !text.isEmpty());
        }

        /** The same for a unit asked for by its name. */
        Filter named(Map<String, String> names) {
            var code = unit.map(typed -> names.entrySet().stream()
                    .filter(each -> each.getValue().equals(typed))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse(typed));
            return new Filter(code, day, indicator, brokenOnly, page);
        }

        boolean holds(PublishedFigure figure) {
            return unit.map(code -> figure.place().unit().equals(code)).orElse(true)
                    && holdsDay(figure)
                    && indicator
                            .map(code -> figure.indicator().code().equals(code))
                            .orElse(true);
        }

        boolean holdsDay(PublishedFigure figure) {
            return day.map(figure.on()::equals).orElse(true);
        }
    }

    /**
     * A row of the table.
     *
     * @param isBroken whether a check of it does not hold
     */
    record Line(BookFigures.Beside beside, boolean isBroken) {

        public PublishedFigure figure() {
            return beside.figure();
        }
    }

    /**
     * What the page shows.
     *
     * @param names of places by code
     * @param found how many figures fit the filter
     * @param checked how many identities could be checked
     * @param brokenCount how many totals and claims do not hold
     * @param broken the first of them, with their arithmetic
     */
    record Content(
            Filter filter,
            Map<String, String> names,
            List<Line> lines,
            int found,
            int checked,
            int brokenCount,
            List<Arithmetic.Spelled> broken) {

        public int pages() {
            return Math.max(1, (found + ROWS - 1) / ROWS);
        }

        /** The first places to choose from. */
        public List<String> places() {
            return names.values().stream().distinct().limit(MOST_PLACES).toList();
        }

        /** The name of a place. */
        public String name(PublishedFigure figure) {
            return names.getOrDefault(figure.place().unit(), figure.place().unit());
        }

        /** The indicators to choose from: those of the figures shown are among them. */
        public List<String> indicators() {
            var codes = new ArrayList<String>();
            for (var claimed : Indicator.Claimed.values()) {
                for (var measure : Measure.values()) {
                    var code = new Indicator(claimed, measure).code();
                    if (Indicator.parse(code).isPresent()) {
                        codes.add(code);
                    }
                }
            }
            return codes;
        }
    }
}
