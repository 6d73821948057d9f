package org.dongvon.loan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.ControlledMovements;
import org.dongvon.ledger.Entry;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Movements of loans behind a journal's entries of principal and interest. */
@Component
class ControlledLoans implements ControlledMovements {

    // Each is of who owed the loan on that day.
    private static final String MOVEMENTS = """
            select m.line_no, m.part, m.principal, m.interest, l.code, l.programme_id, p.id as person_id, p.full_name,
                   case m.kind when 'FROM_SOURCE' then (select s.from_contract
                                                          from loan.source_move s
                                                         where s.loan_id = m.loan_id and s.journal_id = m.journal_id)
                        else coalesce((select s.from_contract
                                         from loan.source_move s
                                        where s.loan_id = m.loan_id and s.journal_id > m.journal_id
                                        order by s.journal_id
                                        limit 1), l.contract_id) end as contract_id
              from loan.movement m
              join ledger.v_journal j on j.id = m.journal_id
              join loan.loan l on l.id = m.loan_id
            """ + FormerBorrower.OF_THE_DAY + """
              join household.person p on p.id = coalesce(s.from_person, l.borrower_id)
             where m.journal_id = :journal and (m.principal <> 0 or m.interest <> 0)
             order by m.line_no, l.id, m.part
            """;

    private final JdbcClient db;

    ControlledLoans(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Set<Account> accounts() {
        return Set.of(
                Account.LOAN_IN_TERM,
                Account.LOAN_OVERDUE,
                Account.LOAN_FROZEN,
                Account.LOAN_WRITTEN_OFF,
                Account.INTEREST_INCOME);
    }

    @Override
    public List<Movement> of(long journalId) {
        var result = new ArrayList<Movement>();
        db.sql(MOVEMENTS).param("journal", journalId).query(row -> {
            var code = row.getString("code");
            var subject = new Subject(row.getLong("person_id"), row.getString("full_name"), code, "/loans/" + code);
            int programme = row.getInt("programme_id");
            long contract = row.getLong("contract_id");
            int line = row.getInt("line_no");
            var principal = new Dong(row.getLong("principal"));
            var interest = new Dong(row.getLong("interest"));
            var part = Part.valueOf(row.getString("part"));
            if (!principal.isZero()) {
                var entry = new Entry(LoanEntries.account(part), programme, contract, principal);
                result.add(new Movement(line, entry, subject));
            }
            if (!interest.isZero() && part != Part.WRITTEN_OFF) {
                var entry = new Entry(Account.INTEREST_INCOME, programme, contract, interest.negate());
                result.add(new Movement(line, entry, subject));
            }
        });
        return result;
    }
}
