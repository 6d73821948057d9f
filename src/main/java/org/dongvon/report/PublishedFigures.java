package org.dongvon.report;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dongvon.document.Mark;
import org.dongvon.report.PublishedFigure.Cut;
import org.dongvon.report.PublishedFigure.Place;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Finds published figures: of each, the one that was loaded last. What a person loaded wins over what came with the
 * product.
 */
@Repository
public class PublishedFigures {

    private static final String OF_DAY = """
            select unit_code, on_date, base_date, indicator, programme, association, source, value, low, high, as_printed, document,
                   mark, bound, implied, date_assumed, note_vi, note_en, shipped
              from report.v_published_figure
             where unit_code = :unit and on_date = :day
             order by indicator, base_date, programme, association, source
            """;

    private static final String LATEST = """
            select unit_code, on_date, base_date, indicator, programme, association, source, value, low, high, as_printed, document,
                   mark, bound, implied, date_assumed, note_vi, note_en, shipped
              from report.v_published_figure
             where unit_code = :unit and on_date <= :day and indicator = :indicator
               and programme = '' and association = '' and source = ''
             order by on_date desc
             limit 1
            """;

    private static final String BETWEEN = """
            select unit_code, on_date, base_date, indicator, programme, association, source, value, low, high, as_printed, document,
                   mark, bound, implied, date_assumed, note_vi, note_en, shipped
              from report.v_published_figure
             where unit_code = :unit and on_date between :from and :through
               and indicator = any (cast(:indicators as text[]))
               and programme = '' and association = '' and source = ''
             order by on_date, indicator
            """;

    private static final String DAYS = """
            select on_date
              from report.v_published_figure
             where unit_code = :unit and indicator = :indicator and programme = '' and association = '' and source = ''
             order by on_date
            """;

    private static final String DAYS_OF_ALL = """
            select unit_code, on_date, count(*) as figures
              from report.published_figure
             where (unit_code, on_date) >= (:unit, :from)
               and (cast(:day as date) is null or on_date = :day)
               and (cast(:indicator as text) is null or indicator = :indicator)
             group by unit_code, on_date
             order by unit_code, on_date
             limit :most
            """;

    private static final String DAYS_OF_PLACE = """
            select unit_code, on_date, count(*) as figures
              from report.published_figure
             where unit_code = :unit and on_date >= :from
               and (cast(:day as date) is null or on_date = :day)
               and (cast(:indicator as text) is null or indicator = :indicator)
             group by unit_code, on_date
             order by unit_code, on_date
             limit :most
            """;

    private static final String OF_DAYS = """
            select distinct on (f.unit_code, f.on_date, f.indicator, f.programme, f.association, upper(f.source), f.base_date)
                   f.unit_code, f.on_date, f.base_date, f.indicator, f.programme, f.association, f.source, f.value, f.low, f.high,
                   f.as_printed, f.document, f.mark, f.bound, f.implied, f.date_assumed, f.note_vi, f.note_en, f.shipped
              from unnest(cast(:units as text[]), cast(:days as date[])) as asked (unit_code, on_date)
              join report.published_figure f on f.unit_code = asked.unit_code and f.on_date = asked.on_date
             order by f.unit_code, f.on_date, f.indicator, f.programme, f.association, upper(f.source), f.base_date, f.shipped,
                      f.version desc
            """;

    private static final String ALL = """
            select unit_code, on_date, base_date, indicator, programme, association, source, value, low, high, as_printed, document,
                   mark, bound, implied, date_assumed, note_vi, note_en, shipped
              from report.v_published_figure
             where cast(:unit as text) is null or unit_code = :unit
            """;

    private final JdbcClient db;

    PublishedFigures(JdbcClient db) {
        this.db = db;
    }

    /** All figures of a place on exactly this day. */
    public List<PublishedFigure> of(String unit, LocalDate day) {
        return db.sql(OF_DAY)
                .param("unit", unit)
                .param("day", day)
                .query((row, n) -> figure(row))
                .list();
    }

    /** All figures there are, of one place or of all. */
    public List<PublishedFigure> all(Optional<String> unit) {
        return db.sql(ALL)
                .param("unit", unit.orElse(null))
                .query((row, n) -> figure(row))
                .list();
    }

    /**
     * The days of places for which there are figures, in their order.
     *
     * @param from the first place and day that is looked at
     * @param most how many are listed
     */
    public List<PlaceDay> placeDays(Asked asked, PlaceDay from, int most) {
        return db.sql(asked.unit().isPresent() ? DAYS_OF_PLACE : DAYS_OF_ALL)
                .param("unit", asked.unit().orElse(from.unit()))
                .param("from", from.day())
                .param("day", asked.day().orElse(null))
                .param("indicator", asked.indicator().orElse(null))
                .param("most", most)
                .query((row, n) -> new PlaceDay(
                        row.getString("unit_code"), row.getObject("on_date", LocalDate.class), row.getInt("figures")))
                .list();
    }

    /** All figures of places on their days, in the order of both. */
    public List<PublishedFigure> of(Collection<PlaceDay> days) {
        return db.sql(OF_DAYS)
                .param("units", days.stream().map(PlaceDay::unit).toArray(String[]::new))
                .param("days", days.stream().map(each -> each.day().toString()).toArray(String[]::new))
                .query((row, n) -> figure(row))
                .list();
    }

    /** One figure of a place as a whole on exactly this day. */
    public Optional<PublishedFigure> find(String unit, LocalDate day, Indicator indicator) {
        return latest(unit, day, indicator).filter(figure -> figure.on().equals(day));
    }

    /** The last figure of a place as a whole that was published for this day or before. */
    public Optional<PublishedFigure> latest(String unit, LocalDate day, Indicator indicator) {
        return db.sql(LATEST)
                .param("unit", unit)
                .param("day", day)
                .param("indicator", indicator.code())
                .query((row, n) -> figure(row))
                .optional();
    }

    /** Figures of a place as a whole for the days of a period, in their order. */
    public List<PublishedFigure> between(String unit, LocalDate from, LocalDate through, List<Indicator> indicators) {
        return db.sql(BETWEEN)
                .param("unit", unit)
                .param("from", from)
                .param("through", through)
                .param("indicators", indicators.stream().map(Indicator::code).toArray(String[]::new))
                .query((row, n) -> figure(row))
                .list();
    }

    /** The days for which a figure of a place as a whole was published. */
    public List<LocalDate> days(String unit, Indicator indicator) {
        return db.sql(DAYS)
                .param("unit", unit)
                .param("indicator", indicator.code())
                .query((row, n) -> row.getObject("on_date", LocalDate.class))
                .list();
    }

    /** Which figures are wanted; all of what is left open. */
    public record Asked(Optional<String> unit, Optional<LocalDate> day, Optional<String> indicator) {}

    /**
     * A place on a day.
     *
     * @param figures how many of the wanted figures there are, all versions counted
     */
    public record PlaceDay(String unit, LocalDate day, int figures) {}

    private static PublishedFigure figure(ResultSet row) throws SQLException {
        var value = number(row, "value");
        return new PublishedFigure(
                new Place(
                        row.getString("unit_code"),
                        row.getObject("on_date", LocalDate.class),
                        row.getObject("base_date", LocalDate.class),
                        Indicator.parse(row.getString("indicator")).orElseThrow(),
                        new Cut(row.getString("programme"), row.getString("association"), row.getString("source"))),
                new PublishedFigure.Amount(value, number(row, "low"), number(row, "high")),
                new PublishedFigure.Printed(
                        row.getString("as_printed"),
                        row.getString("document"),
                        Mark.valueOf(row.getString("mark")),
                        row.getBoolean("shipped")),
                row.getString("bound").equals("AT_LEAST"),
                row.getBoolean("implied"),
                row.getBoolean("date_assumed"),
                new Label(row.getString("note_vi"), row.getString("note_en")));
    }

    private static BigDecimal number(ResultSet row, String column) throws SQLException {
        return Ratios.trimmed(row.getBigDecimal(column));
    }
}
