package org.dongvon.command.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.RegisterUnits;
import org.dongvon.shared.Transactions;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class BenchDbTest {

    private static final int GROUPS = 10;

    private final ApplicationContext beans;
    private final DataSource dataSource;
    private final OwnerDb owner;

    BenchDbTest(ApplicationContext beans, DataSource dataSource, OwnerDb owner) {
        this.beans = beans;
        this.dataSource = dataSource;
        this.owner = owner;
    }

    @Test
    void postsSheetsBesideTheYardstickAndLeavesBooksInOrder() throws Exception {
        var db = JdbcClient.create(owner.dataSource());
        var points = new BenchCountry(
                        beans.getBean(Transactions.class),
                        beans.getBean(RegisterUnits.class),
                        beans.getBean(BusinessDays.class),
                        db)
                .fill(2, GROUPS);
        var tpcb = new TpcB(1);
        tpcb.fill(db);

        try (var pool = SheetBench.pool((HikariDataSource) dataSource, SheetBench.THREADS)) {
            var result = new SheetBench(beans, db, pool, points, GROUPS).run(1, 1, tpcb);

            assertThat(result.linesPerSecond()).isPositive();
            assertThat(result.tpcbPerSecond()).isPositive();
        }
        // Two rounds of ten sheets: 40 lines less the refused ones, one in a hundred.
        assertThat(owner.sql("select sum(lines) from session.posting")
                        .query(Long.class)
                        .single())
                .isEqualTo(2 * (GROUPS * BenchCountry.MEMBERS - 4));
    }
}
