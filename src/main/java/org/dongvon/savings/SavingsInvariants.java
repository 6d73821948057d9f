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

    private static final String INTEREST_IS_MOVEMENTS = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (m.journal_id, m.account_id, m.point_id, m.value_date, m.amount)
                               is distinct from (i.journal_id, i.account_id, i.point_id, i.until, i.amount) as broken,
                           format('%s: interest %s of deposit %s until %s, moved %s', coalesce(j.label, '–'), i.amount, i.account_id, i.until,
                                  coalesce(m.amount, 0)) as what
                      from savings.interest i
                      left join savings.movement m on m.line_id = i.line_id
                      left join ledger.v_journal j on j.id = i.journal_id) b
            """;

    private static final String INTEREST_IS_BOOKED = """
            with credited as (
                select x.journal_id, sum(x.amount) as amount
                  from (select i.journal_id, i.amount from savings.interest i
                         union all
                        select m.journal_id, m.amount from savings.term_movement m where m.kind = 'INTEREST') x
                 group by x.journal_id),
            booked as (
                select e.journal_id, e.amount from ledger.v_entry e where e.account = 'DEPOSIT_INTEREST')
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select c.amount is distinct from e.amount as broken,
                           format('%s: interest credited %s, entry %s', j.label, coalesce(c.amount, 0), coalesce(e.amount, 0)) as what
                      from credited c
                      full join booked e on e.journal_id = c.journal_id
                      join ledger.v_journal j on j.id = coalesce(c.journal_id, e.journal_id)) b
            """;

    private static final String TERMS_ARE_MOVEMENTS = """
            with moved as (
                select m.deposit_id, sum(m.amount) as amount from savings.term_movement m group by m.deposit_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select d.balance is distinct from m.amount or (d.closed_on is not null) <> (d.balance = 0)
                           or d.closed_on is null and p.principal is distinct from d.balance as broken,
                           format('term deposit %s: balance %s, movements %s, principal %s', d.code, d.balance, coalesce(m.amount, 0),
                                  p.principal) as what
                      from savings.term_deposit d
                      left join moved m on m.deposit_id = d.id
                      left join lateral (
                           select t.principal from savings.term_period t where t.deposit_id = d.id order by t.seq desc limit 1) p on true) b
            """;

    private static final String TERM_MOVEMENTS_ARE_ENTRIES = """
            with moved as (
                select m.journal_id, sum(m.amount) as amount
                  from savings.term_movement m
                 group by m.journal_id
                having sum(m.amount) <> 0),
            booked as (
                select e.journal_id, -e.amount as amount from ledger.v_entry e where e.account = 'TERM_DEPOSIT')
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select m.amount is distinct from e.amount as broken,
                           format('%s: term deposits moved %s, entry %s', j.label, coalesce(m.amount, 0), coalesce(e.amount, 0)) as what
                      from moved m
                      full join booked e on e.journal_id = m.journal_id
                      join ledger.v_journal j on j.id = coalesce(m.journal_id, e.journal_id)) b
            """;

    private static final String UNCLAIMED_ARE_ENTRIES = """
            with moved as (
                select x.journal_id, sum(x.amount) as amount
                  from (select u.journal_id, u.amount from savings.unclaimed u
                         union all
                        select p.journal_id, -p.amount from savings.unclaimed_payment p) x
                 group by x.journal_id),
            booked as (
                select e.journal_id, -e.amount as amount from ledger.v_entry e where e.account = 'UNCLAIMED_DEPOSIT')
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select m.amount is distinct from e.amount as broken,
                           format('%s: unclaimed deposits moved %s, entry %s', j.label, coalesce(m.amount, 0), coalesce(e.amount, 0)) as what
                      from moved m
                      full join booked e on e.journal_id = m.journal_id
                      join ledger.v_journal j on j.id = coalesce(m.journal_id, e.journal_id)) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("savings.movements-have-journals", MOVEMENTS_HAVE_JOURNALS),
                new Invariant("savings.deposits-are-movements", DEPOSITS_ARE_MOVEMENTS),
                new Invariant("savings.movements-are-entries", MOVEMENTS_ARE_ENTRIES),
                new Invariant("savings.unclaimed-are-entries", UNCLAIMED_ARE_ENTRIES),
                new Invariant("savings.interest-is-movements", INTEREST_IS_MOVEMENTS),
                new Invariant("savings.interest-is-booked", INTEREST_IS_BOOKED),
                new Invariant("savings.term-deposits-are-movements", TERMS_ARE_MOVEMENTS),
                new Invariant("savings.term-movements-are-entries", TERM_MOVEMENTS_ARE_ENTRIES));
    }
}
