package org.dongvon.loan;

import org.dongvon.capital.PromisedMoney;
import org.dongvon.engine.money.Dong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Loans that wait to be paid out hold money of their allotment. */
@Component
class PromisedLoans implements PromisedMoney {

    private static final String PROMISED = """
            select coalesce(sum(case l.stage when 'APPROVED' then l.amount else l.undrawn end), 0)::bigint as promised
              from loan.loan l
             where l.allotment_id = :allotment and (l.stage = 'APPROVED' or l.undrawn > 0 and l.stage = 'ACTIVE')
            """;

    private final JdbcClient db;

    PromisedLoans(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Dong of(long allotmentId) {
        return new Dong(db.sql(PROMISED)
                .param("allotment", allotmentId)
                .query(Long.class)
                .single());
    }
}
