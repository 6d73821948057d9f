package org.dongvon.programme;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
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

    private static final String PROGRAMMES = """
            select id, code, bank_code, name_vi, name_en, state, channel, term_rule, term_months_max, instalment_months,
                   principal_free_months, security, security_above, mark, note_vi, note_en,
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

    private StoredReference() {}

    /** The version, which rises with every change of the reference data. */
    static long version(JdbcClient db) {
        return db.sql(VERSION).query(Long.class).single();
    }

    /** Reads everything. A row that changes meanwhile is read again at the next look, since the version comes first. */
    public static ReferenceBook read(JdbcClient db) {
        var version = version(db);
        var rates = db.sql(RATES)
                .query((row, n) -> Map.entry(row.getString("series"), rate(row)))
                .list();
        Map<String, List<DatedRate>> bySeries =
                rates.stream().collect(groupingBy(Map.Entry::getKey, mapping(Map.Entry::getValue, toList())));
        var series = db.sql(SERIES).query((row, n) -> series(row)).list().stream()
                .filter(each -> bySeries.containsKey(each.code()))
                .toList();
        return new ReferenceBook(
                db.sql(PROGRAMMES).query((row, n) -> programme(row)).list(),
                new RateBook(version, series, bySeries),
                db.sql(CAPS).query((row, n) -> cap(row)).list(),
                new ParameterBook(
                        db.sql(PARAMETERS).query((row, n) -> parameter(row)).list()));
    }

    private static Programme programme(ResultSet row) throws SQLException {
        return new Programme(
                row.getInt("id"),
                row.getString("code"),
                row.getString("bank_code"),
                new Label(row.getString("name_vi"), row.getString("name_en")),
                ProgrammeState.valueOf(row.getString("state")),
                Channel.valueOf(row.getString("channel")),
                terms(row),
                basis(row));
    }

    private static ProgrammeTerms terms(ResultSet row) throws SQLException {
        return new ProgrammeTerms(
                TermRule.valueOf(row.getString("term_rule")),
                row.getObject("term_months_max", Integer.class),
                Arrays.stream((Short[]) row.getArray("instalment_months").getArray())
                        .map(Short::intValue)
                        .toList(),
                row.getInt("principal_free_months"),
                Security.valueOf(row.getString("security")),
                dong(row.getObject("security_above", Long.class)));
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
                basis(row));
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
