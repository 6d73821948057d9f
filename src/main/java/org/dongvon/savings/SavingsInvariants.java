package org.dongvon.savings;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds between deposits, their movements and the journal. */
@Component
class SavingsInvariants implements Invariants {

    private static final String DEPOSITS_ARE_MOVEMENTS = """
            with moved as (
                select m.account_id, sum(m.amount) as amount from savings.movement m group by m.account_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select a.balance <> coalesce(m.amount, 0) as broken,
                           format('deposit %s: balance %s, movements %s', a.id, a.balance, coalesce(m.amount, 0)) as what
                      from savings.account a
                      left join moved m on m.account_id = a.id) b
            """;

    private static final String MOVEMENTS_ARE_ENTRIES = """
            with moved as (
                select m.journal_id, sum(m.amount) as amount
                  from savings.movement m
                 group by m.journal_id
                having sum(m.amount) <> 0),
            booked as (
                select e.journal_id, -e.amount as amount from ledger.v_entry e where e.account = 'MEMBER_DEPOSIT')
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select m.amount is distinct from e.amount as broken,
                           format('%s: deposits moved %s, entry %s', j.label, coalesce(m.amount, 0), coalesce(e.amount, 0)) as what
                      from moved m
                      full join booked e on e.journal_id = m.journal_id
                      join ledger.v_journal j on j.id = coalesce(m.journal_id, e.journal_id)) b
            """;

    private static final String MOVEMENTS_HAVE_JOURNALS = """
            select count(*) as checked, count(*) filter (where j.id is null) as broken,
                   min(format('line %s names journal %s, which is not there', m.line_id, m.journal_id)) filter (where j.id is null) as first
              from savings.movement m
              left join ledger.v_journal j on j.id = m.journal_id
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("savings.movements-have-journals", MOVEMENTS_HAVE_JOURNALS),
                new Invariant("savings.deposits-are-movements", DEPOSITS_ARE_MOVEMENTS),
                new Invariant("savings.movements-are-entries", MOVEMENTS_ARE_ENTRIES));
    }
}
