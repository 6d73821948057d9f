package org.dongvon.programme;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.dongvon.document.Mark;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.RateChange;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The reference data of a database, read whole: a few hundred rows. */
public final class StoredReference {

    private static final String VERSION = """
            select version from programme.reference_version
            """;

    private static final String NOW = """
            select version, (select max(day) from organisation.business_day) as day from programme.reference_version
            """;

    private static final String PROGRAMMES = """
            select id, code, bank_code, name_vi, name_en, mark, note_vi, note_en,
                   array(select document.code
                           from programme.basis
                           join document.document on document.id = basis.document_id
                          where basis.programme_id = programme.id
                          order by basis.position) as documents
              from programme.programme
             order by id
            """;

    private static final String SERIES = """
            select rate_series.id, rate_series.code, programme.code as programme, rate_series.class,
                   rate_series.contracts_from, rate_series.contracts_to
              from programme.rate_series
              join programme.programme on programme.id = rate_series.programme_id
             order by rate_series.id
            """;

    private static final String RATES = """
            select rate_series.code as series, rate_change.valid_from, rate_change.in_term, rate_change.overdue,
                   rate_change.applies_to, rate_change.mark, rate_change.day_mark, rate_change.note_vi,
                   rate_change.entered_on, rate_change.after_journal,
                   rate_change.note_en, array_remove(array[document.code], null) as documents
              from programme.rate_change
              join programme.rate_series on rate_series.id = rate_change.series_id
              left join document.document on document.id = rate_change.document_id
             order by rate_series.id, rate_change.valid_from
            """;

    private static final String CAPS = """
            select programme.code as programme, cap.class, cap.basis, cap.amount, cap.percent,
                   lower(cap.valid) as valid_from, upper(cap.valid) as valid_to, cap.mark, cap.note_vi, cap.note_en,
                   array_remove(array[document.code], null) as documents
              from programme.cap
              join programme.programme on programme.id = cap.programme_id
              left join document.document on document.id = cap.document_id
             order by programme.id, cap.class, cap.basis, cap.valid
            """;

    private static final String PARAMETERS = """
            select parameter.code, parameter.valid_from, parameter.value, parameter.unit, parameter.mark,
                   parameter.note_vi, parameter.note_en, array_remove(array[document.code], null) as documents
              from programme.parameter
              left join document.document on document.id = parameter.document_id
            """;

    private static final String TERMS = """
            select programme.code as programme, term.rule, term.valid_from, term.value, term.mark, term.note_vi,
                   term.note_en, array_remove(array[document.code], null) as documents
              from programme.term
              join programme.programme on programme.id = term.programme_id
              left join document.document on document.id = term.document_id
            """;

    private StoredReference() {}

    /** The version, which rises with every change of the reference data. */
    static long version(JdbcClient db) {
        return db.sql(VERSION).query(Long.class).single();
    }

    /** The version, and the latest open day of all offices; the last of days where none is open yet. */
    static Now now(JdbcClient db) {
        return db.sql(NOW)
                .query((row, n) -> {
                    var day = row.getObject("day", LocalDate.class);
                    return new Now(row.getLong("version"), day == null ? LocalDate.MAX : day);
                })
                .single();
    }

    /** A version on a day. */
    record Now(long version, LocalDate day) {}

    /** Reads everything. A row that changes meanwhile is read again at the next look, since the version comes first. */
    public static ReferenceBook read(JdbcClient db) {
        return read(db, now(db));
    }

    static ReferenceBook read(JdbcClient db, Now now) {
        var version = now.version();
        var rates = db.sql(RATES)
                .query((row, n) -> Map.entry(row.getString("series"), rate(row)))
                .list();
        Map<String, List<DatedRate>> bySeries =
                rates.stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        var series = db.sql(SERIES).query((row, n) -> series(row)).list().stream()
                .filter(each -> bySeries.containsKey(each.code()))
                .toList();
        var terms = new TermBook(db.sql(TERMS).query((row, n) -> term(row)).list());
        return new ReferenceBook(
                db.sql(PROGRAMMES)
                        .query((row, n) -> programme(row, terms, now.day()))
                        .list(),
                new RateBook(version, series, bySeries),
                db.sql(CAPS).query((row, n) -> cap(row)).list(),
                new ParameterBook(
                        db.sql(PARAMETERS).query((row, n) -> parameter(row)).list()),
                terms);
    }

    private static Programme programme(ResultSet row, TermBook terms, LocalDate day) throws SQLException {
        var code = row.getString("code");
        return new Programme(
                row.getInt("id"),
                code,
                row.getString("bank_code"),
                new Label(row.getString("name_vi"), row.getString("name_en")),
                terms.state(code, day),
                terms.channel(code, day),
                terms.terms(code, day),
                basis(row));
    }

    private static Term term(ResultSet row) throws SQLException {
        return new Term(
                row.getString("programme"),
                TermCode.valueOf(row.getString("rule")),
                row.getObject("valid_from", LocalDate.class),
                row.getString("value"),
                basis(row));
    }

    private static Series series(ResultSet row) throws SQLException {
        return new Series(
                row.getInt("id"),
                row.getString("code"),
                row.getString("programme"),
                BorrowerClass.valueOf(row.getString("class")),
                row.getObject("contracts_from", LocalDate.class),
                row.getObject("contracts_to", LocalDate.class));
    }

    private static DatedRate rate(ResultSet row) throws SQLException {
        return new DatedRate(
                new RateChange(
                        row.getObject("valid_from", LocalDate.class),
                        new AnnualRate(row.getLong("in_term")),
                        new AnnualRate(row.getLong("overdue"))),
                AppliesTo.valueOf(row.getString("applies_to")),
                Mark.valueOf(row.getString("day_mark")),
                basis(row),
                late(row));
    }

    private static DatedRate.@Nullable Late late(ResultSet row) throws SQLException {
        var enteredOn = row.getObject("entered_on", LocalDate.class);
        return enteredOn == null ? null : new DatedRate.Late(enteredOn, row.getLong("after_journal"));
    }

    private static Cap cap(ResultSet row) throws SQLException {
        return new Cap(
                row.getString("programme"),
                row.getString("class"),
                new Cap.Limit(
                        CapBasis.valueOf(row.getString("basis")),
                        dong(row.getObject("amount", Long.class)),
                        row.getObject("percent", Integer.class)),
                row.getObject("valid_from", LocalDate.class),
                row.getObject("valid_to", LocalDate.class),
                basis(row));
    }

    private static Parameter parameter(ResultSet row) throws SQLException {
        return new Parameter(
                ParameterCode.valueOf(row.getString("code")),
                row.getObject("valid_from", LocalDate.class),
                row.getString("value"),
                ParameterUnit.valueOf(row.getString("unit")),
                basis(row));
    }

    private static LegalBasis basis(ResultSet row) throws SQLException {
        Array documents = row.getArray("documents");
        return new LegalBasis(
                List.of((String[]) documents.getArray()),
                Mark.valueOf(row.getString("mark")),
                new Label(row.getString("note_vi"), row.getString("note_en")));
    }

    private static @Nullable Dong dong(@Nullable Long amount) {
        return amount == null ? null : Dong.of(amount);
    }
}
