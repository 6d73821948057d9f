package org.dongvon.savings.term;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.ControlledMovements;
import org.dongvon.ledger.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Movements of term deposits behind a journal's entry. */
@Component
class TermEntries implements ControlledMovements {

    private static final String MOVEMENTS = """
            select m.line_no, m.amount, p.id as person_id, p.full_name, d.code
              from savings.term_movement m
              join savings.term_deposit d on d.id = m.deposit_id
              join household.person p on p.id = d.person_id
             where m.journal_id = :journal
             order by m.line_no
            """;

    private final JdbcClient db;

    TermEntries(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<Account> accounts() {
        return Set.of(Account.TERM_DEPOSIT);
    }

    @Override
    public List<Movement> of(long journalId) {
        return db.sql(MOVEMENTS)
                .param("journal", journalId)
                .query((row, n) -> new Movement(
                        row.getInt("line_no"),
                        Entry.of(Account.TERM_DEPOSIT, new Dong(row.getLong("amount")).negate()),
                        new Subject(
                                row.getLong("person_id"),
                                row.getString("full_name"),
                                row.getString("code"),
                                "/term-deposits/" + row.getString("code"))))
                .list();
    }
}
