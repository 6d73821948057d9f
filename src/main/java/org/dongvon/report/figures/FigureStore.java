package org.dongvon.report.figures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Compares rows of a file with what is loaded, and loads them, some thousands at a time. */
@Repository
class FigureStore {

    private static final int BATCH = 20_000;

    // One import at a time: two of them could not see each other's rows.
    private static final String ONE_AT_A_TIME = """
            select pg_advisory_xact_lock(hashtext('report.published_figure'))
            """;

    // Aggregated for each row, so that a plan can only look each row up by its key: a join lets the server believe that
    // nobody has loaded anything yet, as its statistics of the first day say, and then compares all with all.
    static final String COMPARE = """
            select n.ord, known.version, known.same_document, known.identical, known.latest_same, known.printed, known.document
              from unnest(cast(:ords as integer[]), cast(:units as text[]), cast(:days as date[]), cast(:bases as date[]),
                          cast(:indicators as text[]), cast(:programmes as text[]), cast(:associations as text[]),
                          cast(:sources as text[]), cast(:values as numeric[]), cast(:lows as numeric[]),
                          cast(:highs as numeric[]), cast(:documents as text[]))
                   as n (ord, unit_code, on_date, base_date, indicator, programme, association, source, value, low, high,
                         document)
             cross join lateral (
                   select max(f.version) as version,
                          bool_or(f.document = n.document) as same_document,
                          bool_or(f.document = n.document and f.value = n.value and f.low = n.low and f.high = n.high)
                              as identical,
                          (array_agg(f.value = n.value and f.low = n.low and f.high = n.high order by f.version desc))[1]
                              as latest_same,
                          (array_agg(f.as_printed order by f.version desc))[1] as printed,
                          (array_agg(f.document order by f.version desc))[1] as document
                     from report.published_figure f
                    where f.unit_code = n.unit_code and f.on_date = n.on_date and f.indicator = n.indicator
                      and f.programme = n.programme and f.association = n.association and upper(f.source) = upper(n.source)
                      and f.base_date is not distinct from n.base_date and not f.shipped) known
             where known.version is not null
            """;

    // A row that repeats what came with the product keeps its remarks: that it was printed as "more than", and so on;
    // looked up for each row, as above. The identifier is put together here, since the column's default would look the
    // server's number up for each row.
    static final String LOAD = """
            insert into report.published_figure (id, unit_code, on_date, base_date, indicator, programme, association, source, version,
                                                 value, low, high, as_printed, document, loaded_by, bound, implied, date_assumed,
                                                 note_vi, note_en)
            select (select number::bigint << 47 from shared.home_server) | nextval('report.published_figure_id'),
                   n.unit_code, n.on_date, n.base_date, n.indicator, n.programme, n.association, n.source, n.version,
                   n.value, n.low, n.high, coalesce(s.as_printed, n.as_printed), n.document, :key, coalesce(s.bound, 'EXACT'),
                   coalesce(s.implied, false), coalesce(s.date_assumed, false), coalesce(s.note_vi, ''), coalesce(s.note_en, '')
              from unnest(cast(:versions as integer[]), cast(:units as text[]), cast(:days as date[]), cast(:bases as date[]),
                          cast(:indicators as text[]), cast(:programmes as text[]), cast(:associations as text[]),
                          cast(:sources as text[]), cast(:values as numeric[]), cast(:lows as numeric[]),
                          cast(:highs as numeric[]), cast(:documents as text[]), cast(:printed as text[]))
                   as n (version, unit_code, on_date, base_date, indicator, programme, association, source, value, low, high,
                         document, as_printed)
              left join lateral (
                   select f.as_printed, f.bound, f.implied, f.date_assumed, f.note_vi, f.note_en
                     from report.published_figure f
                    where f.unit_code = n.unit_code and f.on_date = n.on_date and f.indicator = n.indicator
                      and f.programme = n.programme and f.association = n.association and upper(f.source) = upper(n.source)
                      and f.base_date is not distinct from n.base_date and f.shipped and f.value = n.value
                    limit 1) s
                on true
            """;

    private final JdbcClient db;

    FigureStore(JdbcClient db) {
        this.db = db;
    }

    /** Waits for another import to end; held until the transaction ends. */
    void lock() {
        db.sql(ONE_AT_A_TIME).query((row, n) -> 0).single();
    }

    /** What is loaded under the keys of rows, by the number of the row; none for new ones. */
    Map<Integer, Loaded> compare(List<FigureRow> rows) {
        Map<Integer, Loaded> found = new HashMap<>();
        for (int from = 0; from < rows.size(); from += BATCH) {
            var batch = rows.subList(from, Math.min(from + BATCH, rows.size()));
            columns(db, COMPARE, batch)
                    .param("ords", batch.stream().map(FigureRow::number).toArray(Integer[]::new))
                    .query(row -> {
                        found.put(row.getInt("ord"), loaded(row));
                    });
        }
        return found;
    }

    /** Loads rows, each as the version that it is. */
    void load(List<Version> versions, UUID key) {
        for (int from = 0; from < versions.size(); from += BATCH) {
            var some = versions.subList(from, Math.min(from + BATCH, versions.size()));
            var batch = some.stream().map(Version::row).toList();
            columns(db, LOAD, batch)
                    .param("versions", some.stream().map(Version::number).toArray(Integer[]::new))
                    .param("printed", texts(batch, FigureRow::words))
                    .param("key", key)
                    .update();
        }
    }

    /** A statement over rows, with one parameter for each of their columns. */
    static JdbcClient.StatementSpec columns(JdbcClient db, String sql, List<FigureRow> rows) {
        return db.sql(sql)
                .param("units", texts(rows, row -> row.place().unit()))
                .param("days", texts(rows, row -> row.place().on().toString()))
                .param("bases", texts(rows, row -> Objects.toString(row.place().base(), null)))
                .param("indicators", texts(rows, row -> row.place().indicator().code()))
                .param("programmes", texts(rows, row -> row.place().cut().programme()))
                .param("associations", texts(rows, row -> row.place().cut().association()))
                .param("sources", texts(rows, row -> row.place().cut().source()))
                .param("values", texts(rows, row -> row.amount().value().toPlainString()))
                .param("lows", texts(rows, row -> row.amount().low().toPlainString()))
                .param("highs", texts(rows, row -> row.amount().high().toPlainString()))
                .param("documents", texts(rows, FigureRow::document));
    }

    private static String[] texts(
            List<FigureRow> rows, Function<FigureRow, ? extends @org.jspecify.annotations.Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static Loaded loaded(ResultSet row) throws SQLException {
        return new Loaded(
                row.getInt("version"),
                row.getBoolean("identical"),
                row.getBoolean("latest_same"),
                row.getBoolean("same_document"),
                row.getString("printed"),
                row.getString("document"));
    }

    /**
     * What is loaded under the key of a row.
     *
     * @param identical whether its document has already been loaded, with the same value
     * @param latestSame whether the value that counts is the same
     * @param sameDocument whether its document has already been loaded
     */
    record Loaded(
            int version,
            boolean identical,
            boolean latestSame,
            boolean sameDocument,
            String printed,
            String document) {}

    /** A row and which version of what it speaks of it is. */
    record Version(FigureRow row, int number) {}
}
