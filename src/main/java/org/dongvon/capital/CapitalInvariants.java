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

    // The whole balance sheet, whatever contract its entries name: contracts and allotments by their own sums beside
    // it.
    private static final String CONTRACTS_ARE_THE_BALANCE_SHEET = """
            with booked as (
                select coalesce(-sum(e.amount) filter (where e.account in ('POLICY_CAPITAL', 'UNGRANTED_CAPITAL')), 0) as there,
                       coalesce(sum(e.amount) filter (where e.account in ('LOAN_IN_TERM', 'LOAN_OVERDUE', 'LOAN_FROZEN')), 0) as lent
                  from ledger.entry e),
            kept as (
                select (select coalesce(sum(c.received + c.added + c.moved - c.returned - c.written_off), 0) from capital.contract c) as there,
                       (select coalesce(sum(a.lent), 0) from capital.allotment a) as lent)
            select 1 as checked, b.broken::integer as broken, case when b.broken then b.what end as first
              from (select (b.there, b.lent) is distinct from (k.there, k.lent) as broken,
                           format('contracts hold %s and lend %s; the balance sheet has %s and %s', k.there, k.lent, b.there, b.lent) as what
                      from booked b
                     cross join kept k) b
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

    // Each month's targets below a unit, against the unit's own.
    private static final String PLAN_WITHIN_PARENT = """
            with newest as (
                select distinct on (t.unit_id, t.hamlet, t.year, t.programme_id, t.source, t.month)
                       t.unit_id, t.hamlet, t.year, t.programme_id, t.source, t.month, t.parent_id, t.amount
                  from capital.plan_target t
                 order by t.unit_id, t.hamlet, t.year, t.programme_id, t.source, t.month, t.id desc),
            below as (
                select n.parent_id, n.year, n.programme_id, n.source, n.month, sum(n.amount) as amount
                  from newest n
                 where n.parent_id is not null
                 group by n.parent_id, n.year, n.programme_id, n.source, n.month)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select b.amount > coalesce(o.amount, 0) and not (u.kind = 'COUNTRY' and o.amount is null) as broken,
                           format('plan of %s for %s/%s: %s below, %s there', u.code, b.month, b.year, b.amount, coalesce(o.amount, 0)) as what
                      from below b
                      join organisation.unit u on u.id = b.parent_id
                      left join newest o on o.unit_id = b.parent_id and o.hamlet = '' and o.year = b.year
                                        and o.programme_id = b.programme_id and o.source = b.source and o.month = b.month) b
            """;

    private static final String GIFTS_ARE_MOVEMENTS = """
            with moved as (
                select m.gift_id, coalesce(sum(m.amount) filter (where m.kind = 'RECEIVED'), 0) as amount,
                       coalesce(sum(m.amount) filter (where m.kind = 'ALLOCATED'), 0) as allocated,
                       coalesce(sum(m.amount) filter (where m.kind = 'REFUNDED'), 0) as refunded
                  from capital.gift_movement m
                 group by m.gift_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (g.amount, g.allocated, g.refunded) is distinct from (m.amount, m.allocated, m.refunded) as broken,
                           format('gift %s of %s: given %s, allocated %s, given back %s; movements %s, %s and %s', g.number, c.code, g.amount,
                                  g.allocated, g.refunded, coalesce(m.amount, 0), coalesce(m.allocated, 0), coalesce(m.refunded, 0)) as what
                      from capital.gift g
                      join capital.campaign c on c.id = g.campaign_id
                      left join moved m on m.gift_id = g.id) b
            """;

    // What was given and is neither capital nor given back is what the books owe, journal by journal; what became
    // capital came to
    // its contract.
    private static final String GIFTS_ARE_BOOKED = """
            with moved as (
                select m.journal_id, sum(case m.kind when 'RECEIVED' then m.amount else -m.amount end) as there,
                       coalesce(sum(m.amount) filter (where m.kind = 'ALLOCATED'), 0) as allocated
                  from capital.gift_movement m
                 group by m.journal_id),
            booked as (
                select e.journal_id, -sum(e.amount) as there from ledger.entry e where e.account = 'DONATIONS' group by e.journal_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select m.there is distinct from e.there or coalesce(c.amount, 0) <> coalesce(m.allocated, 0) as broken,
                           format('%s: gifts moved %s, booked %s; allocated %s, contracts received %s', j.label, coalesce(m.there, 0),
                                  coalesce(e.there, 0), coalesce(m.allocated, 0), coalesce(c.amount, 0)) as what
                      from moved m
                      full join booked e on e.journal_id = m.journal_id
                      join ledger.v_journal j on j.id = coalesce(m.journal_id, e.journal_id)
                      left join capital.contract_movement c on c.journal_id = j.id and c.kind = 'RECEIVED') b
            """;

    private static final String CLAIMS_ARE_DOCUMENTS = """
            with said as (
                select s.claim_id, coalesce(sum(s.amount) filter (where s.step = 'CLAIMED'), 0) as claimed,
                       sum(s.amount) filter (where s.step = 'ACCEPTED') as accepted,
                       coalesce(sum(s.amount) filter (where s.step = 'RECEIVED'), 0) as received
                  from capital.state_claim_step s
                 group by s.claim_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (c.claimed, c.accepted, c.received) is distinct from (s.claimed, s.accepted, s.received) as broken,
                           format('claim %s: claimed %s, accepted %s, received %s; documents %s, %s and %s', c.code, c.claimed, c.accepted,
                                  c.received, s.claimed, s.accepted, s.received) as what
                      from capital.state_claim c
                      left join said s on s.claim_id = c.id) b
            """;

    // What is claimed and not decided, what is to come and what is income, journal by journal.
    private static final String CLAIMS_ARE_BOOKED = """
            with kinds (kind, claimed, receivable, income) as (
                values ('INTEREST_SUBSIDY', 'SUBSIDY_CLAIMED', 'SUBSIDY_RECEIVABLE', 'SUBSIDY_INCOME'),
                       ('MANAGEMENT_FEE', 'STATE_FEE_CLAIMED', 'STATE_FEE_RECEIVABLE', 'STATE_FEE_INCOME')),
            said as (
                select s.journal_id, x.account, sum(x.amount) as amount
                  from capital.state_claim_step s
                  join capital.state_claim c on c.id = s.claim_id
                  join kinds k on k.kind = c.kind
                 cross join lateral (values (k.claimed, case s.step when 'CLAIMED' then s.amount when 'ACCEPTED' then -c.claimed end),
                                            (k.receivable, case s.step when 'ACCEPTED' then s.amount when 'RECEIVED' then -s.amount end),
                                            (k.income, case s.step when 'ACCEPTED' then -s.amount end)) as x (account, amount)
                 where x.amount <> 0
                 group by s.journal_id, x.account),
            booked as (
                select e.journal_id, e.account, sum(e.amount) as amount
                  from ledger.entry e
                  join ledger.v_journal j on j.id = e.journal_id
                 where e.account in (select unnest(array[k.claimed, k.receivable, k.income]) from kinds k)
                   and j.kind not in ('CARRY_OVER', 'CARRY_OVER_BACK')
                 group by e.journal_id, e.account)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select s.amount is distinct from e.amount as broken,
                           format('%s, %s: documents %s, entries %s', j.label, account, coalesce(s.amount, 0), coalesce(e.amount, 0)) as what
                      from said s
                      full join booked e using (journal_id, account)
                      join ledger.v_journal j on j.id = journal_id) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("capital.claims-are-documents", CLAIMS_ARE_DOCUMENTS),
                new Invariant("capital.claims-are-booked", CLAIMS_ARE_BOOKED),
                new Invariant("capital.gifts-are-movements", GIFTS_ARE_MOVEMENTS),
                new Invariant("capital.gifts-are-booked", GIFTS_ARE_BOOKED),
                new Invariant("capital.allotments-are-movements", ALLOTMENTS_ARE_MOVEMENTS),
                new Invariant("capital.allotments-within-contract", WITHIN_CONTRACT),
                new Invariant("capital.contracts-are-movements", CONTRACTS_ARE_MOVEMENTS),
                new Invariant("capital.contracts-are-booked", CONTRACTS_ARE_BOOKED),
                new Invariant("capital.contracts-are-the-balance-sheet", CONTRACTS_ARE_THE_BALANCE_SHEET),
                new Invariant("capital.losses-are-movements", LOSSES_ARE_MOVEMENTS),
                new Invariant("capital.plan-within-parent", PLAN_WITHIN_PARENT));
    }
}
