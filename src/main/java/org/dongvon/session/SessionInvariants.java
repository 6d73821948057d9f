package org.dongvon.session;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds between cash boxes, the postings of sessions and the journal. */
@Component
class SessionInvariants implements Invariants {

    private static final String BOXES_ARE_POSTINGS = """
            with posted as (
                select p.session_id, sum(p.cash) as cash from session.posting p group by p.session_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select c.balance <> coalesce(p.cash, 0) or s.state = 'CLOSED' and c.balance <> 0 as broken,
                           format('session of %s on %s, %s: cash box %s, postings %s', u.name, s.held_on, s.state, c.balance,
                                  coalesce(p.cash, 0)) as what
                      from session.cash_box c
                      join session.session s on s.id = c.session_id
                      join organisation.unit u on u.id = s.point_id
                      left join posted p on p.session_id = c.session_id) b
            """;

    private static final String POSTINGS_ARE_ENTRIES = """
            with booked as (
                select e.journal_id, sum(e.amount) as cash from ledger.v_entry e where e.account = 'CASH' group by e.journal_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(p.cash, 0) <> coalesce(e.cash, 0) as broken,
                           format('%s: the cash box moved %s, the entries %s', j.label, coalesce(p.cash, 0), coalesce(e.cash, 0)) as what
                      from session.posting p
                      full join booked e on e.journal_id = p.journal_id
                      join ledger.v_journal j on j.id = coalesce(p.journal_id, e.journal_id)) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("session.cash-boxes-are-postings", BOXES_ARE_POSTINGS),
                new Invariant("session.postings-are-entries", POSTINGS_ARE_ENTRIES));
    }
}
