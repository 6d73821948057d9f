package org.dongvon.fee;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.ControlledMovements;
import org.dongvon.ledger.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Dues and payments behind a journal's entry of what is owed. */
@Component
class ControlledFees implements ControlledMovements {

    private static final String MOVEMENTS = """
            select 0 as line_no, case when c.due_journal = :journal then -p.computed else p.computed end as amount, g.code, g.name,
                   a.name_vi || ' · ' || u.name as association
              from fee.computation c
              join fee.payable p on p.computation_id = c.id and p.computed <> 0
              join organisation.association a on a.code = p.association
              join organisation.unit u on u.id = p.point_id
              left join "group".v_credit_group g on g.id = p.group_id
             where :journal in (c.due_journal, c.back_journal)
             union all
            select y.line_no, y.amount, g.code, g.name, a.name_vi || ' · ' || u.name
              from fee.payment y
              join fee.payable p on p.id = y.payable_id
              join organisation.association a on a.code = p.association
              join organisation.unit u on u.id = p.point_id
              left join "group".v_credit_group g on g.id = p.group_id
             where y.journal_id = :journal
             order by 1, 3, 5
            """;

    private final JdbcClient db;

    ControlledFees(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<Account> accounts() {
        return Set.of(Account.FEE_PAYABLE);
    }

    @Override
    public List<Movement> of(long journalId) {
        return db.sql(MOVEMENTS)
                .param("journal", journalId)
                .query((row, n) -> {
                    var code = row.getString("code");
                    var subject = code == null
                            ? new Subject(0, row.getString("association"), null, null)
                            : new Subject(0, row.getString("name"), code, "/groups/" + code + "/commission");
                    return new Movement(
                            row.getInt("line_no"),
                            Entry.of(Account.FEE_PAYABLE, new Dong(row.getLong("amount"))),
                            subject);
                })
                .list();
    }
}
