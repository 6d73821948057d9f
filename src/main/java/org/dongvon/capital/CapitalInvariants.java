package org.dongvon.capital;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds between contracts, allotments and their movements. */
@Component
class CapitalInvariants implements Invariants {

    private static final String ALLOTMENTS_ARE_MOVEMENTS = """
            with moved as (
                select m.allotment_id, coalesce(sum(case m.kind when 'GRANTED' then m.amount when 'WRITTEN_OFF' then -m.amount end), 0) as granted,
                       coalesce(sum(m.amount) filter (where m.kind = 'LENT'), 0) as lent
                  from capital.movement m
                 group by m.allotment_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (a.granted, a.lent) is distinct from (coalesce(m.granted, 0), coalesce(m.lent, 0)) as broken,
                           format('contract %s at %s: granted %s and lent %s, movements %s and %s', c.code, u.code, a.granted,
                                  a.lent, coalesce(m.granted, 0), coalesce(m.lent, 0)) as what
                      from capital.allotment a
                      join capital.contract c on c.id = a.contract_id
                      join organisation.unit u on u.id = a.office_id
                      left join moved m on m.allotment_id = a.id) b
            """;

    private static final String WITHIN_CONTRACT = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(sum(a.granted), 0) > c.received + c.added + c.moved - c.returned - c.written_off as broken,
                           format('contract %s: allotments sum to %s of %s', c.code, sum(a.granted),
                                  c.received + c.added + c.moved - c.returned - c.written_off) as what
                      from capital.contract c
                      left join capital.allotment a on a.contract_id = c.id
                     group by c.id) b
            """;

    private static final String CONTRACTS_ARE_MOVEMENTS = """
            with moved as (
                select m.contract_id, coalesce(sum(m.amount) filter (where m.kind = 'RECEIVED'), 0) as received,
                       coalesce(sum(m.amount) filter (where m.kind = 'ADDED'), 0) as added,
                       coalesce(sum(m.amount) filter (where m.kind = 'MOVED'), 0) as moved,
                       coalesce(-sum(m.amount) filter (where m.kind = 'RETURNED'), 0) as returned
                  from capital.contract_movement m
                 group by m.contract_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (c.received, c.added, c.moved, c.returned) is distinct from
                               (coalesce(m.received, 0), coalesce(m.added, 0), coalesce(m.moved, 0), coalesce(m.returned, 0)) as broken,
                           format('contract %s: received %s, added %s, moved %s, returned %s, movements %s, %s, %s and %s', c.code,
                                  c.received, c.added, c.moved, c.returned, coalesce(m.received, 0), coalesce(m.added, 0),
                                  coalesce(m.moved, 0), coalesce(m.returned, 0)) as what
                      from capital.contract c
                      left join moved m on m.contract_id = c.id) b
            """;

    // Received + added + moved − returned − written off = lent + idle, each side by itself from the journal.
    private static final String CONTRACTS_ARE_BOOKED = """
            with booked as (
                select e.contract_id,
                       coalesce(-sum(e.amount) filter (where e.account = 'POLICY_CAPITAL'), 0) as granted,
                       coalesce(-sum(e.amount) filter (where e.account = 'UNGRANTED_CAPITAL'), 0) as ungranted,
                       coalesce(sum(e.amount) filter (where e.account in ('LOAN_IN_TERM', 'LOAN_OVERDUE', 'LOAN_FROZEN')), 0) as lent
                  from ledger.entry e
                 where e.contract_id <> 0
                 group by e.contract_id),
            allotted as (
                select a.contract_id, sum(a.granted) as granted, sum(a.lent) as lent
                  from capital.allotment a
                 group by a.contract_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (c.there, coalesce(a.granted, 0), coalesce(a.lent, 0)) is distinct from
                               (coalesce(k.granted + k.ungranted, 0), coalesce(k.granted, 0), coalesce(k.lent, 0)) as broken,
                           format('contract %s: %s there, %s granted, %s lent; the journal has %s, %s and %s', c.code, c.there,
                                  coalesce(a.granted, 0), coalesce(a.lent, 0), coalesce(k.granted + k.ungranted, 0),
                                  coalesce(k.granted, 0), coalesce(k.lent, 0)) as what
                      from (select id, code, received + added + moved - returned - written_off as there from capital.contract) c
                      left join allotted a on a.contract_id = c.id
                      left join booked k on k.contract_id = c.id) b
            """;

    private static final String LOSSES_ARE_MOVEMENTS = """
            with moved as (
                select a.contract_id, sum(m.amount) as amount
                  from capital.movement m
                  join capital.allotment a on a.id = m.allotment_id
                 where m.kind = 'WRITTEN_OFF'
                 group by a.contract_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select c.written_off <> coalesce(m.amount, 0) as broken,
                           format('contract %s: %s written off, movements %s', c.code, c.written_off, coalesce(m.amount, 0)) as what
                      from capital.contract c
                      left join moved m on m.contract_id = c.id) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("capital.allotments-are-movements", ALLOTMENTS_ARE_MOVEMENTS),
                new Invariant("capital.allotments-within-contract", WITHIN_CONTRACT),
                new Invariant("capital.contracts-are-movements", CONTRACTS_ARE_MOVEMENTS),
                new Invariant("capital.contracts-are-booked", CONTRACTS_ARE_BOOKED),
                new Invariant("capital.losses-are-movements", LOSSES_ARE_MOVEMENTS));
    }
}
