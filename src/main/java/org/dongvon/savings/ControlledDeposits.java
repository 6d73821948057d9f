package org.dongvon.savings;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.ControlledMovements;
import org.dongvon.ledger.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Movements of members' deposits behind a journal's entry. */
@Component
class ControlledDeposits implements ControlledMovements {

    private static final String MOVEMENTS = """
            select v.line_no, v.amount, p.id as person_id, p.full_name, g.code as group_code
              from savings.movement v
              join savings.account a on a.id = v.account_id
              join "group".member m on m.id = a.member_id
              join "group".credit_group g on g.id = m.group_id
              join household.person p on p.id = m.person_id
             where v.journal_id = :journal
             order by v.line_no, a.id
            """;

    private final JdbcClient db;

    ControlledDeposits(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<Account> accounts() {
        return Set.of(Account.MEMBER_DEPOSIT);
    }

    @Override
    public List<Movement> of(long journalId) {
        return db.sql(MOVEMENTS)
                .param("journal", journalId)
                .query((row, n) -> new Movement(
                        row.getInt("line_no"),
                        Entry.of(Account.MEMBER_DEPOSIT, new Dong(row.getLong("amount")).negate()),
                        new Subject(
                                row.getLong("person_id"),
                                row.getString("full_name"),
                                row.getString("group_code"),
                                "/groups/" + row.getString("group_code"))))
                .list();
    }
}
