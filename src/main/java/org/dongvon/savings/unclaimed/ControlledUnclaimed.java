package org.dongvon.savings.unclaimed;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.ControlledMovements;
import org.dongvon.ledger.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Unclaimed deposits behind a journal's entry. */
@Component
class ControlledUnclaimed implements ControlledMovements {

    private static final String MOVEMENTS = """
            select x.amount, p.id as person_id, p.full_name, g.code as group_code, m.id as member_id
              from (select u.journal_id, u.id, -u.amount as amount from savings.unclaimed u
                     union all
                    select y.journal_id, y.unclaimed_id, y.amount from savings.unclaimed_payment y) x
              join savings.unclaimed u on u.id = x.id
              join savings.account a on a.id = u.account_id
              join "group".member m on m.id = a.member_id
              join "group".credit_group g on g.id = m.group_id
              join household.person p on p.id = u.person_id
             where x.journal_id = :journal
            """;

    private final JdbcClient db;

    ControlledUnclaimed(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<Account> accounts() {
        return Set.of(Account.UNCLAIMED_DEPOSIT);
    }

    @Override
    public List<Movement> of(long journalId) {
        return db.sql(MOVEMENTS)
                .param("journal", journalId)
                .query((row, n) -> new Movement(
                        1,
                        Entry.of(Account.UNCLAIMED_DEPOSIT, new Dong(row.getLong("amount"))),
                        new Subject(
                                row.getLong("person_id"),
                                row.getString("full_name"),
                                row.getString("group_code"),
                                "/deposits/unclaimed/" + row.getLong("member_id"))))
                .list();
    }
}
