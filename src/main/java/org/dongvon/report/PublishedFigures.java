package org.dongvon.report;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.document.Mark;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds published figures of a place as a whole: all programmes, associations and sources. */
@Repository
public class PublishedFigures {

    private static final String OF_DAY = """
            select on_date, indicator, value, low, high, as_printed, document, mark, bound, implied, date_assumed, note_vi, note_en
              from report.published_figure
             where unit_code = :unit and on_date = :day and programme = '' and association = '' and source = ''
             order by indicator
            """;

    private static final String LATEST = """
            select on_date, indicator, value, low, high, as_printed, document, mark, bound, implied, date_assumed, note_vi, note_en
              from report.published_figure
             where unit_code = :unit and on_date <= :day and indicator = :indicator
               and programme = '' and association = '' and source = ''
             order by on_date desc
             limit 1
            """;

    private static final String DAYS = """
            select on_date
              from report.published_figure
             where unit_code = :unit and indicator = :indicator and programme = '' and association = '' and source = ''
             order by on_date
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

    /** One figure of a place on exactly this day. */
    public Optional<PublishedFigure> find(String unit, LocalDate day, Indicator indicator) {
        return latest(unit, day, indicator).filter(figure -> figure.on().equals(day));
    }

    /** The last figure of a place that was published for this day or before. */
    public Optional<PublishedFigure> latest(String unit, LocalDate day, Indicator indicator) {
        return db.sql(LATEST)
                .param("unit", unit)
                .param("day", day)
                .param("indicator", indicator.name())
                .query((row, n) -> figure(row))
                .optional();
    }

    /** The days for which a figure of a place was published. */
    public List<LocalDate> days(String unit, Indicator indicator) {
        return db.sql(DAYS)
                .param("unit", unit)
                .param("indicator", indicator.name())
                .query((row, n) -> row.getObject("on_date", LocalDate.class))
                .list();
    }

    private static PublishedFigure figure(ResultSet row) throws SQLException {
        return new PublishedFigure(
                row.getObject("on_date", LocalDate.class),
                Indicator.valueOf(row.getString("indicator")),
                new PublishedFigure.Amount(
                        row.getLong("value"), row.getObject("low", Long.class), row.getObject("high", Long.class)),
                new PublishedFigure.Printed(
                        row.getString("as_printed"), row.getString("document"), Mark.valueOf(row.getString("mark"))),
                row.getString("bound").equals("AT_LEAST"),
                row.getBoolean("implied"),
                row.getBoolean("date_assumed"),
                new Label(row.getString("note_vi"), row.getString("note_en")));
    }
}
