package org.dongvon.position;

import org.dongvon.engine.money.Dong;
import org.dongvon.programme.SeriesReach;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts what a change of a rate would touch, from the loans' own balances, in one pass. */
@Repository
class LoansOfSeries implements SeriesReach {

    private static final String OF = """
            select count(distinct p.loan_id) as loans, count(distinct b.household_id) as households,
                   coalesce(sum(p.principal) filter (where p.part = 'IN_TERM'), 0) as in_term,
                   coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0) as overdue
              from loan.v_part p
              join loan.v_balance b on b.loan_id = p.loan_id
             where p.series_id = :series and p.part in ('IN_TERM', 'OVERDUE') and p.principal > 0
            """;

    private final JdbcClient db;

    LoansOfSeries(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Reach of(int seriesId) {
        return db.sql(OF)
                .param("series", seriesId)
                .query((row, n) -> new Reach(
                        row.getLong("loans"),
                        row.getLong("households"),
                        new Dong(row.getLong("in_term")),
                        new Dong(row.getLong("overdue"))))
                .single();
    }
}
