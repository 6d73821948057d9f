package org.dongvon.loan.risk.page;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.dongvon.engine.money.Dong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what the papers of debts at risk tell of their loans beside the dossiers. */
@Repository
class RiskPaperReader {

    // Who is narrowed to a group reads no contracts; a request and its minutes do not name them.
    private static final String LOANS = """
            select l.id, l.programme_id, l.amount, concat_ws(', ', nullif(h.hamlet, ''), u.name) as place, o.name as office, coalesce(c.owner, '') as owner, b.day
              from loan.loan l
              join household.household h on h.id = l.household_id
              join organisation.unit u on u.id = h.point_id
              join organisation.point pt on pt.id = l.point_id
              join organisation.unit o on o.id = pt.office_id
              join organisation.business_day b on b.office_id = pt.office_id
              left join capital.v_contract c on c.id = l.contract_id
             where l.id = any(cast(:loans as bigint[])) and l.point_id <@ (select shared.scope())
            """;

    private final JdbcClient db;

    RiskPaperReader(JdbcClient db) {
        this.db = db;
    }

    /** By the loan's identifier. */
    Map<Long, OfLoan> loans(Collection<Long> loans) {
        var found = new HashMap<Long, OfLoan>();
        db.sql(LOANS).param("loans", loans.toArray(Long[]::new)).query(row -> {
            found.put(
                    row.getLong("id"),
                    new OfLoan(
                            row.getInt("programme_id"),
                            new Dong(row.getLong("amount")),
                            row.getString("place"),
                            row.getString("office"),
                            row.getString("owner"),
                            row.getObject("day", LocalDate.class)));
        });
        return found;
    }

    /** A loan: what was paid out, where its household lives, whose money it is. */
    record OfLoan(int programme, Dong disbursed, String place, String office, String owner, LocalDate today) {}
}
