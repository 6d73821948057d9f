package org.dongvon.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.IndexRow;
import org.dongvon.engine.interest.Part;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class StoredReferenceDbTest {

    private final OwnerDb owner;
    private final JdbcClient app;
    private final Programmes programmes;

    StoredReferenceDbTest(OwnerDb owner, JdbcClient app, Programmes programmes) {
        this.owner = owner;
        this.app = app;
        this.programmes = programmes;
    }

    @Test
    void storesExactlyWhatIsShipped() {
        var shipped = ShippedReference.read();
        var stored = StoredReference.read(app);

        assertThat(stored.programmes()).isEqualTo(shipped.programmes());
        assertThat(stored.caps()).containsExactlyInAnyOrderElementsOf(shipped.caps());
        assertThat(stored.parameters()).isEqualTo(shipped.parameters());
        assertThat(stored.rates().all()).isEqualTo(shipped.rates().all());
        assertThat(shipped.rates().all())
                .allSatisfy(series -> assertThat(stored.rates().history(series.code()))
                        .isEqualTo(shipped.rates().history(series.code())));
    }

    @Test
    void keepsTheIndexThatTheEngineComputes() {
        var book = programmes.current().rates();

        assertThat(book.all()).allSatisfy(series -> {
            var engine = book.series(series.id());
            assertThat(storedIndex(owner, series, "in_term", "index_at_from")).isEqualTo(engine.rows(Part.IN_TERM));
            assertThat(storedIndex(owner, series, "overdue", "overdue_index_at_from"))
                    .isEqualTo(engine.rows(Part.OVERDUE));
        });
    }

    @Test
    void countsTheIndexOfADayInSqlAsTheEngineDoes() {
        var series = programmes.current().rates().series("NOXH");

        assertThat(Stream.of(series.firstDay(), LocalDate.of(2024, 2, 29), LocalDate.of(2025, 10, 9)))
                .allSatisfy(day -> {
                    assertThat(sqlIndex("select programme.in_term_index(11, :day)", day))
                            .isEqualTo(series.index(Part.IN_TERM, day));
                    assertThat(sqlIndex("select programme.overdue_index(11, :day)", day))
                            .isEqualTo(series.index(Part.OVERDUE, day));
                });
        assertThat(app.sql("select programme.in_term_index(11, :day) is null")
                        .param("day", series.firstDay().minusDays(1))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void loadsNothingWhenTheFilesAreLoaded() {
        var version = StoredReference.version(app);

        LoadReference.run(owner.dataSource());

        assertThat(StoredReference.version(app)).isEqualTo(version);
    }

    @Test
    void theApplicationReadsAndChangesNothing() {
        assertThatThrownBy(() ->
                        app.sql("update programme.rate_change set in_term = 1").update())
                .hasRootCauseMessage("ERROR: permission denied for table rate_change");
        assertThat(programmes.current().programme("HONGHEO").id()).isEqualTo(1);
        assertThat(programmes.current().programme(32).code()).isEqualTo("KHAC");
    }

    private long sqlIndex(String sql, LocalDate day) {
        return app.sql(sql).param("day", day).query(Long.class).single();
    }

    static List<IndexRow> storedIndex(OwnerDb owner, Series series, String rate, String index) {
        return owner.sql("select valid_from, " + rate + ", " + index
                        + " from programme.rate_change where series_id = :id order by valid_from")
                .param("id", series.id())
                .query((row, n) ->
                        new IndexRow(row.getObject(1, LocalDate.class), new AnnualRate(row.getLong(2)), row.getLong(3)))
                .list();
    }
}
