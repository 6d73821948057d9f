package org.dongvon.report.figures;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dongvon.shared.Actor;
import org.dongvon.shared.table.TableFile;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** How the server finds what is loaded under the keys of a file's rows, whatever it believes of the table. */
@PostgresTest
class FigurePlansDbTest {

    private static final int ROWS = 2_000;

    /** The table as it is on its first day: nothing is there but what came with the product. */
    private static final String FIRST_DAY = """
            select pg_restore_attribute_stats('schemaname', 'report', 'relname', 'published_figure', 'attname', 'shipped',
                                              'inherited', false, 'null_frac', 0::real, 'avg_width', 1, 'n_distinct', 1::real,
                                              'most_common_vals', '{t}'::text, 'most_common_freqs', '{1}'::real[])
            """;

    private static final String EACH_BY_ITS_KEY =
            "(unit_code = n.unit_code) AND (on_date = n.on_date) AND (indicator = n.indicator)";

    private final ImportFigures figures;
    private final OwnerDb owner;

    FigurePlansDbTest(ImportFigures figures, OwnerDb owner) {
        this.figures = figures;
        this.owner = owner;
    }

    /** A second file of 100 000 figures was once compared with the first row by row, all with all, for many minutes. */
    @Test
    void looksEachRowUpByItsKey() {
        figures.run(Actor.SYSTEM, UUID.randomUUID(), file("Một"));

        var compare = plan(FigureStore.COMPARE, "Hai");
        var load = plan(FigureStore.LOAD, "Hai");

        assertThat(compare).contains("Index Scan using published_figure_key", EACH_BY_ITS_KEY);
        assertThat(load).contains("Index Scan using published_figure", EACH_BY_ITS_KEY);
        assertThat(compare + load).doesNotContain("Join Filter", "Seq Scan on published_figure");
    }

    private String plan(String statement, String places) {
        var rows = Figures.read(lines(places)).rows();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(owner.dataSource()));
        var db = JdbcClient.create(owner.dataSource());
        return transaction.execute(status -> {
            status.setRollbackOnly();
            db.sql(FIRST_DAY).query((row, n) -> 0).single();
            var ords = rows.stream().map(FigureRow::number).toArray(Integer[]::new);
            return String.join(
                    "\n",
                    FigureStore.columns(db, "explain " + statement, rows)
                            .param("ords", ords)
                            .param("versions", ords)
                            .param(
                                    "printed",
                                    rows.stream().map(FigureRow::words).toArray(String[]::new))
                            .param("key", UUID.randomUUID())
                            .query(String.class)
                            .list());
        });
    }

    private static TableFile file(String places) {
        List<String> lines = List.of(lines(places));
        return new TableFile("a.csv", (Figures.HEADER + "\n" + String.join("\n", lines)).getBytes(UTF_8));
    }

    private static String[] lines(String places) {
        return IntStream.range(0, ROWS)
                .mapToObj(i -> places + " Mưa " + i / 20 + ",31/12/" + (2001 + i % 20) + ",,outstanding,,,," + (100 + i)
                        + ",million,báo " + places)
                .toArray(String[]::new);
    }
}
