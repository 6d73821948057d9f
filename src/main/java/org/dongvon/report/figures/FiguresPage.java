package org.dongvon.report.figures;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

    // One step of the index for each place, however many figures a place has.
    private static final String PLACES = """
            with recursive place (unit_code, n) as (
                (select unit_code, 1 from report.published_figure order by unit_code limit 1)
                union all
                select (select f.unit_code from report.published_figure f
                         where f.unit_code > place.unit_code order by f.unit_code limit 1),
                       n + 1
                  from place
                 where place.unit_code is not null and n < :most
            )
            select coalesce(u.name, place.unit_code) as name
              from place left join organisation.unit u on u.code = place.unit_code
             where place.unit_code is not null
             order by place.n
            """;

    private static final String NAMED = """
            select code
              from (select cast(:typed as text) as code, 1 as choice
                    union all
                    select code, 2 from organisation.unit where name = :typed) known
             where exists (select 1 from report.published_figure f where f.unit_code = known.code)
             order by choice, code
             limit 1
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
            var wanted = new Filter(
                    filter.unit().map(this::code),
                    filter.day(),
                    filter.indicator(),
                    filter.brokenOnly(),
                    filter.after());
            var window = FigureWindow.read(figures, wanted.asked(), filter.after());
            var checks = check.checks(window.withBases()).stream()
                    .filter(each -> window.holds(each.figure()))
                    .toList();
            var broken = FigureCheck.broken(checks);
            var brokenPlaces = new HashSet<Place>();
            broken.forEach(each -> brokenPlaces.add(each.figure().place()));
            var shown = window.page(
                    ROWS,
                    figure -> wanted.holds(figure) && (!wanted.brokenOnly() || brokenPlaces.contains(figure.place())));
            var arithmetic = new Arithmetic(language);
            return new Content(
                    filter,
                    places(),
                    names(window),
                    lines(books.beside(actor, shown.figures()), brokenPlaces),
                    shown.next(),
                    new Checked(window.figures().size(), window.isWhole(), checks.size(), broken.size()),
                    broken.stream().limit(MOST_BROKEN).map(arithmetic::of).toList());
        });
    }

    private static List<Line> lines(List<BookFigures.Beside> figures, Set<Place> broken) {
        return figures.stream()
                .map(each -> new Line(each, broken.contains(each.figure().place())))
                .toList();
    }

    /** The place that somebody typed: as it was written, or the unit of that name. */
    private String code(String typed) {
        return db.sql(NAMED)
                .param("typed", typed)
                .query(String.class)
                .optional()
                .orElse(typed);
    }

    private List<String> places() {
        return db.sql(PLACES)
                .param("most", MOST_PLACES)
                .query((row, n) -> row.getString("name"))
                .list();
    }

    /** Names of the window's units by code; a place that is no unit is not among them. */
    private Map<String, String> names(FigureWindow window) {
        Map<String, String> names = new HashMap<>();
        db.sql(NAMES).param("codes", window.units()).query(row -> {
            names.put(row.getString("code"), row.getString("name"));
        });
        return names;
    }

    /** What a reader asked to see. */
    record Filter(
            Optional<String> unit,
            Optional<LocalDate> day,
            Optional<String> indicator,
            boolean brokenOnly,
            Optional<FigureWindow.Cursor> after) {

        /** @throws Refused for a day that is none */
        static Filter of(Map<String, String> asked) {
            return new Filter(
                    text(asked, "unit"),
                    text(asked, "day").map(DateInput::parse),
                    text(asked, "indicator"),
                    asked.containsKey("broken"),
                    text(asked, "after").flatMap(FigureWindow.Cursor::parse));
        }

        private static Optional<String> text(Map<String, String> asked, String field) {
            return Optional.ofNullable(asked.get(field)).map(String::strip).filter(text -> !text.isEmpty());
        }

        PublishedFigures.Asked asked() {
            return new PublishedFigures.Asked(unit, day, indicator);
        }

        boolean holds(PublishedFigure figure) {
            return indicator.map(code -> figure.indicator().code().equals(code)).orElse(true);
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
     * What was checked for a page.
     *
     * @param figures how many were looked at
     * @param isWhole whether these are all that were asked for
     * @param checks how many identities could be checked among them
     * @param broken how many totals and claims do not hold
     */
    record Checked(int figures, boolean isWhole, int checks, int broken) {}

    /**
     * What the page shows.
     *
     * @param places the first places to choose from
     * @param names of units by code
     * @param next where the next page begins; empty for the last
     * @param broken the first of what does not hold, with the arithmetic
     */
    record Content(
            Filter filter,
            List<String> places,
            Map<String, String> names,
            List<Line> lines,
            Optional<FigureWindow.Cursor> next,
            Checked checked,
            List<Arithmetic.Spelled> broken) {

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
