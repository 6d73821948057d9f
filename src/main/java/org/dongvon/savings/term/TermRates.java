package org.dongvon.savings.term;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.organisation.Units;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rates of term deposits by area, term and date. */
@Repository
public class TermRates {

    private static final String ROWS = """
            select r.area, r.months, r.valid_from, r.rate, r.mark, r.note, d.code as document
              from savings.term_rate r
              left join document.document d on d.id = r.document_id
             order by r.area, r.months, r.valid_from
            """;

    private static final String ADD = """
            insert into savings.term_rate (area, months, valid_from, rate, document_id, mark, note)
            select :area, :months, :from, :rate, d.id, 'FOUND', :note
              from document.document d
             where d.code = :document
            """;

    private final JdbcClient db;
    private final Units units;

    TermRates(JdbcClient db, Units units) {
        this.db = db;
        this.units = units;
    }

    /** All rows, by area, term and day. */
    public List<Row> rows() {
        return db.sql(ROWS)
                .query((row, n) -> new Row(
                        row.getString("area"),
                        row.getInt("months"),
                        row.getObject("valid_from", LocalDate.class),
                        new AnnualRate(row.getLong("rate")),
                        new Basis(
                                row.getString("mark"),
                                row.getString("document") == null ? row.getString("note") : row.getString("document"))))
                .list();
    }

    /** The terms that an office takes on a day, each with its rate: its own row, its province's, or the country's. */
    public List<Row> offered(long officeId, LocalDate day) {
        var rows = rows();
        var office = units.get(officeId);
        var areas = List.of(
                office.code(),
                units.parent(officeId, day).map(each -> each.code()).orElse(office.code()),
                Row.COUNTRY);
        return rows.stream()
                .map(Row::months)
                .distinct()
                .sorted()
                .flatMap(months ->
                        areas.stream().flatMap(area -> on(rows, area, months, day).stream()).findFirst().stream())
                .toList();
    }

    /** The rate of a term at an office on a day. */
    public Optional<AnnualRate> of(long officeId, int months, LocalDate day) {
        return offered(officeId, day).stream()
                .filter(row -> row.months() == months)
                .map(Row::rate)
                .findFirst();
    }

    /** What no own rate of this term may be above: the country's of the longest term up to it. */
    Optional<AnnualRate> ceiling(int months, LocalDate day) {
        return rows().stream()
                .filter(row -> row.area().equals(Row.COUNTRY)
                        && row.months() <= months
                        && !row.from().isAfter(day))
                .max(Comparator.comparingInt(Row::months).thenComparing(Row::from))
                .map(Row::rate);
    }

    static Optional<Row> on(List<Row> rows, String area, int months, LocalDate day) {
        return rows.stream()
                .filter(row -> row.area().equals(area)
                        && row.months() == months
                        && !row.from().isAfter(day))
                .reduce((earlier, later) -> later);
    }

    void add(String area, int months, LocalDate from, AnnualRate rate, org.dongvon.shared.change.Approved.Basis basis) {
        db.sql(ADD)
                .param("area", area)
                .param("months", months)
                .param("from", from)
                .param("rate", rate.units())
                .param("note", basis.reason())
                .param("document", basis.document())
                .update();
    }

    /** How sure a row is, and its document or why there is none. */
    public record Basis(String mark, String source) {}

    /** A rate; the country's are ceilings too. */
    public record Row(String area, int months, LocalDate from, AnnualRate rate, Basis basis) {

        static final String COUNTRY = "";
    }
}
