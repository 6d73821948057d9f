package org.dongvon.fee;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds between the journal, the lines of a month, what is due and what was paid. */
@Component
class FeeInvariants implements Invariants {

    private static final String LINES_ARE_COLLECTED = """
            with counted as (
                select c.id, x.group_id, x.programme_id, x.base, x.yearly, x.interest, x.balance_days
                  from fee.computation c
                 cross join lateral fee.collected(c.office_id, c.month, (c.month + interval '1 month - 1 day')::date) x
                 where c.state = 'APPROVED' and (x.interest <> 0 or x.balance_days <> 0)),
            collected as (
                select n.id, n.programme_id, sum(n.interest) as interest, sum(n.balance_days) as balance_days
                  from counted n
                 group by n.id, n.programme_id),
            lines as (
                select l.computation_id as id, l.programme_id, sum(l.interest) as interest, sum(l.balance_days) as balance_days
                  from fee.line l
                  join fee.computation c on c.id = l.computation_id and c.state = 'APPROVED'
                 where l.target <> 'ENTRUSTMENT'
                 group by l.computation_id, l.programme_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (coalesce(n.interest, 0), coalesce(n.balance_days, 0))
                               is distinct from (coalesce(l.interest, 0), coalesce(l.balance_days, 0)) as broken,
                           format('fees of %s in %s, programme %s: the journal says interest %s and balances %s, the lines %s and %s', u.code,
                                  c.month, coalesce(n.programme_id, l.programme_id), coalesce(n.interest, 0), coalesce(n.balance_days, 0),
                                  coalesce(l.interest, 0), coalesce(l.balance_days, 0)) as what
                      from collected n
                      full join lines l on l.id = n.id and l.programme_id = n.programme_id
                      join fee.computation c on c.id = coalesce(n.id, l.id)
                      join organisation.unit u on u.id = c.office_id) b
            """;

    private static final String DUES_ARE_LINES = """
            with lines as (
                select l.computation_id, l.point_id, l.association, case l.target when 'ENTRUSTMENT' then 0 else l.group_id end as group_id,
                       sum(l.amount) as amount
                  from fee.line l
                 group by 1, 2, 3, 4),
            dues as (
                select p.computation_id, p.point_id, p.association, coalesce(p.group_id, 0) as group_id, sum(p.computed) as amount
                  from fee.payable p
                 group by 1, 2, 3, 4)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(l.amount, 0) <> coalesce(d.amount, 0) as broken,
                           format('fees of %s in %s, %s, group %s: lines %s, due %s', u.code, c.month, coalesce(l.association, d.association),
                                  coalesce(l.group_id, d.group_id), coalesce(l.amount, 0), coalesce(d.amount, 0)) as what
                      from lines l
                      full join dues d using (computation_id, point_id, association, group_id)
                      join fee.computation c on c.id = computation_id
                      join organisation.unit u on u.id = c.office_id) b
            """;

    private static final String FIELD_DUES_ARE_PAID = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (y.payable_id, y.journal_id, y.amount) is distinct from (f.due_id, f.journal_id, f.paid_out) as broken,
                           format('line %s of event %s: the device paid %s of due %s, the books hold %s', f.line_no, f.event_id, f.paid_out,
                                  f.due_id, coalesce(y.amount, 0)) as what
                      from session.v_field_due f
                      left join fee.payment y on y.line_id = f.line_id) b
            """;

    private static final String DUES_ARE_PAID_ONCE = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select p.paid <> coalesce(sum(y.amount), 0) or p.paid <> 0 and c.state <> 'APPROVED' as broken,
                           format('due %s of %s: paid %s, payments %s, month %s', p.id, c.month, p.paid, coalesce(sum(y.amount), 0), c.state)
                               as what
                      from fee.payable p
                      join fee.computation c on c.id = p.computation_id
                      left join fee.payment y on y.payable_id = p.id
                     group by p.id, p.paid, c.month, c.state) b
            """;

    private static final String DUES_ARE_ENTRIES = """
            with moved as (
                select m.journal_id, sum(m.amount) as amount
                  from (select c.due_journal as journal_id, -p.computed as amount
                          from fee.computation c
                          join fee.payable p on p.computation_id = c.id
                         where c.due_journal is not null
                         union all
                        select c.back_journal, p.computed
                          from fee.computation c
                          join fee.payable p on p.computation_id = c.id
                         where c.back_journal is not null
                         union all
                        select y.journal_id, y.amount from fee.payment y) m
                 group by m.journal_id),
            booked as (
                select e.journal_id, e.amount from ledger.v_entry e where e.account = 'FEE_PAYABLE')
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(m.amount, 0) <> coalesce(e.amount, 0) as broken,
                           format('%s: dues and payments %s, entry %s', j.label, coalesce(m.amount, 0), coalesce(e.amount, 0)) as what
                      from moved m
                      full join booked e on e.journal_id = m.journal_id
                      join ledger.v_journal j on j.id = coalesce(m.journal_id, e.journal_id)) b
            """;

    private static final String EXPENSES_ARE_LINES = """
            with lines as (
                select c.due_journal as journal_id, case l.target when 'ENTRUSTMENT' then 'ENTRUSTMENT_FEE' else 'COMMISSION' end as account, l.programme_id,
                       sum(l.amount) as amount
                  from fee.line l
                  join fee.computation c on c.id = l.computation_id
                 where c.due_journal is not null
                 group by 1, 2, 3
                having sum(l.amount) <> 0),
            booked as (
                select e.journal_id, e.account, e.programme_id, e.amount
                  from ledger.v_entry e
                  join ledger.v_journal j on j.id = e.journal_id and j.kind = 'FEE_DUE'
                 where e.account in ('ENTRUSTMENT_FEE', 'COMMISSION'))
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select l.amount is distinct from e.amount as broken,
                           format('%s, %s of programme %s: lines %s, entry %s', j.label, account, programme_id, coalesce(l.amount, 0),
                                  coalesce(e.amount, 0)) as what
                      from lines l
                      full join booked e using (journal_id, account, programme_id)
                      join ledger.v_journal j on j.id = journal_id) b
            """;

    // What a distributed month says was collected, and what the journals of the month say.
    private static final String DISTRIBUTIONS_ARE_COLLECTED = """
            with part as (
                select p.distribution_id, sum(p.collected) as collected from fee.distribution_part p group by p.distribution_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (d.collected, d.collected) is distinct from (coalesce(p.collected, 0), i.collected) as broken,
                           format('interest of %s in %s: %s distributed, offices %s, journal %s', c.code, d.month, d.collected,
                                  coalesce(p.collected, 0), i.collected) as what
                      from fee.v_distribution d
                      join capital.v_contract c on c.id = d.contract_id
                      left join part p on p.distribution_id = d.id
                     cross join lateral (
                           select coalesce(sum(o.collected), 0)::bigint as collected
                             from fee.interest_of(d.contract_id, d.month, (d.month + interval '1 month - 1 day')::date) o) i) b
            """;

    private static final String DISTRIBUTIONS_ARE_ENTRIES = """
            with part as (
                select d.contract_id, v.account, sum(v.amount) as amount
                  from fee.v_distribution d
                 cross join lateral (values ('LOCAL_PROVISION', d.risk), ('MANAGEMENT_FEE', d.managed),
                                            ('BOARDS_PAYABLE', d.boards - (select coalesce(sum(p.amount), 0)
                                                                             from fee.board_payment p
                                                                            where p.contract_id = d.contract_id
                                                                              and d.month = (select max(l.month) from fee.v_distribution l
                                                                                              where l.contract_id = d.contract_id))),
                                            ('INTEREST_SHARED', -(d.risk + d.managed + d.boards + d.added))) v (account, amount)
                 group by d.contract_id, v.account),
            booked as (
                select e.contract_id, e.account, -sum(e.amount) as amount
                  from ledger.v_entry e
                  join ledger.v_journal j on j.id = e.journal_id and j.kind not in ('CARRY_OVER', 'CARRY_OVER_BACK')
                 where e.account in ('LOCAL_PROVISION', 'MANAGEMENT_FEE', 'BOARDS_PAYABLE', 'INTEREST_SHARED')
                 group by e.contract_id, e.account)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(p.amount, 0) <> coalesce(e.amount, 0) as broken,
                           format('contract %s, %s: distributions %s, entries %s', contract_id, account, coalesce(p.amount, 0),
                                  coalesce(e.amount, 0)) as what
                      from part p
                      full join booked e using (contract_id, account)) b
            """;

    private static final String DISTRIBUTIONS_ARE_ADDED = """
            with part as (
                select d.contract_id, sum(d.added) as added from fee.v_distribution d group by d.contract_id),
            moved as (
                select m.contract_id, sum(m.amount) as added from capital.v_contract_movement m where m.kind = 'ADDED' group by m.contract_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(p.added, 0) <> coalesce(m.added, 0) as broken,
                           format('contract %s: distributions add %s, movements %s', contract_id, coalesce(p.added, 0), coalesce(m.added, 0))
                               as what
                      from part p
                      full join moved m using (contract_id)) b
            """;

    // Each payment by its journal, and all of a contract within what distributions gave its boards.
    private static final String BOARDS_ARE_PAID_WITHIN = """
            with booked as (
                select e.journal_id, e.contract_id, e.amount
                  from ledger.v_entry e
                  join ledger.v_journal j on j.id = e.journal_id and j.kind in ('BOARDS_PAYMENT', 'BOARDS_PAYMENT_BACK')
                 where e.account = 'BOARDS_PAYABLE')
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select p.amount is distinct from e.amount as broken,
                           format('%s: paid to boards %s, entry %s', j.label, coalesce(p.amount, 0), coalesce(e.amount, 0)) as what
                      from fee.board_payment p
                      full join booked e on e.journal_id = p.journal_id and e.contract_id = p.contract_id
                      join ledger.v_journal j on j.id = coalesce(p.journal_id, e.journal_id)
                     union all
                    select s.paid > s.owed, format('contract %s: boards were paid %s of %s', s.contract_id, s.paid, s.owed)
                      from (select p.contract_id, sum(p.amount) as paid,
                                   (select coalesce(sum(d.boards), 0) from fee.v_distribution d where d.contract_id = p.contract_id) as owed
                              from fee.board_payment p
                             group by p.contract_id) s) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("fee.lines-are-collected", LINES_ARE_COLLECTED),
                new Invariant("fee.dues-are-lines", DUES_ARE_LINES),
                new Invariant("fee.dues-are-paid-once", DUES_ARE_PAID_ONCE),
                new Invariant("fee.dues-are-entries", DUES_ARE_ENTRIES),
                new Invariant("fee.field-dues-are-paid", FIELD_DUES_ARE_PAID),
                new Invariant("fee.expenses-are-lines", EXPENSES_ARE_LINES),
                new Invariant("fee.distributions-are-collected", DISTRIBUTIONS_ARE_COLLECTED),
                new Invariant("fee.distributions-are-entries", DISTRIBUTIONS_ARE_ENTRIES),
                new Invariant("fee.board-payments-are-booked", BOARDS_ARE_PAID_WITHIN),
                new Invariant("fee.distributions-are-added", DISTRIBUTIONS_ARE_ADDED));
    }
}
