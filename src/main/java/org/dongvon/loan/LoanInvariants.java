package org.dongvon.loan;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds between loans, their movements and the journal. */
@Component
class LoanInvariants implements Invariants {

    private static final String PARTS_ARE_MOVEMENTS = """
            with moved as (
                select m.loan_id, m.series_id, m.part, sum(m.principal) as principal, sum(m.constant) as constant
                  from loan.movement m
                 group by m.loan_id, m.series_id, m.part)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (coalesce(p.principal, 0), coalesce(p.constant, 0))
                               is distinct from (coalesce(m.principal, 0), coalesce(m.constant, 0)) as broken,
                           format('loan %s, %s: balance %s and constant %s, movements %s and %s', l.code,
                                  coalesce(p.part, m.part), coalesce(p.principal, 0), coalesce(p.constant, 0),
                                  coalesce(m.principal, 0), coalesce(m.constant, 0)) as what
                      from loan.part p
                      full join moved m on m.loan_id = p.loan_id and m.series_id = p.series_id and m.part = p.part
                      join loan.loan l on l.id = coalesce(p.loan_id, m.loan_id)) b
            """;

    private static final String PRINCIPAL_IS_BOOKED = """
            with moved as (
                select m.journal_id, 'LOAN_' || m.part as account, l.programme_id, l.contract_id, sum(m.principal) as amount
                  from loan.movement m
                  join loan.loan l on l.id = m.loan_id
                 group by m.journal_id, m.part, l.programme_id, l.contract_id
                having sum(m.principal) <> 0
                 union all
                select m.journal_id, 'INTEREST_INCOME', l.programme_id, l.contract_id, -sum(m.interest)
                  from loan.movement m
                  join loan.loan l on l.id = m.loan_id
                 where m.part <> 'WRITTEN_OFF'
                 group by m.journal_id, l.programme_id, l.contract_id
                having sum(m.interest) <> 0),
            booked as (
                select e.journal_id, e.account, e.programme_id, e.contract_id, e.amount
                  from ledger.v_entry e
                 where e.account in ('LOAN_IN_TERM', 'LOAN_OVERDUE', 'LOAN_FROZEN', 'LOAN_WRITTEN_OFF', 'INTEREST_INCOME'))
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select m.amount is distinct from e.amount as broken,
                           format('%s, %s: movements %s, entry %s', j.label, coalesce(m.account, e.account), coalesce(m.amount, 0), coalesce(e.amount, 0)) as what
                      from moved m
                      full join booked e
                        on e.journal_id = m.journal_id and e.account = m.account
                       and e.programme_id = m.programme_id and e.contract_id = m.contract_id
                      join ledger.v_journal j on j.id = coalesce(m.journal_id, e.journal_id)) b
            """;

    private static final String LENT_IS_ALLOTTED = """
            with moved as (
                select m.journal_id, l.allotment_id, sum(m.principal) as amount
                  from loan.movement m
                  join loan.loan l on l.id = m.loan_id
                 where m.part <> 'WRITTEN_OFF'
                 group by m.journal_id, l.allotment_id
                having sum(m.principal) <> 0),
            lent as (
                select c.journal_id, c.allotment_id, c.amount
                  from capital.v_movement c
                 where c.kind = 'LENT')
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select m.amount is distinct from c.amount as broken,
                           format('%s: loans moved %s, their allotment %s', j.label, coalesce(m.amount, 0), coalesce(c.amount, 0)) as what
                      from moved m
                      full join lent c on c.journal_id = m.journal_id and c.allotment_id = m.allotment_id
                      join ledger.v_journal j on j.id = coalesce(m.journal_id, c.journal_id)) b
            """;

    // A loan whose principal is repaid stays active while interest is owed.
    private static final String WITHIN_AMOUNT = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(sum(p.principal), 0) > l.amount
                               or l.stage in ('APPROVED', 'CANCELLED') and count(p.loan_id) > 0
                               or l.stage = 'ACTIVE' and coalesce(sum(p.principal), 0) = 0 and coalesce(sum(p.constant), 0) = 0
                               or l.stage = 'CLOSED' and sum(p.principal) <> 0
                               or sum(p.principal) filter (where (p.part = 'WRITTEN_OFF') <> (l.stage = 'WRITTEN_OFF')) <> 0
                               or l.stage = 'CLOSED' and bool_or(p.constant <> 0)
                                  and not exists (select from loan.movement m
                                                    join ledger.v_journal j on j.id = m.journal_id
                                                   where m.loan_id = l.id and m.kind = 'RATE_CORRECTION'
                                                     and j.business_date >= l.closed_on) as broken,
                           format('loan %s, %s: %s of %s owed, constant %s', l.code, l.stage, coalesce(sum(p.principal), 0),
                                  l.amount, coalesce(sum(p.constant), 0)) as what
                      from loan.loan l
                      left join loan.part p on p.loan_id = l.id
                     group by l.id) b
            """;

    private static final String INSTALMENTS_ARE_AMOUNT = """
            with planned as (
                select i.loan_id, sum(i.amount) as amount from loan.instalment i group by i.loan_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select p.amount is distinct from l.amount as broken,
                           format('loan %s: instalments sum to %s of %s', l.code, coalesce(p.amount, 0), l.amount) as what
                      from loan.loan l
                      left join planned p on p.loan_id = l.id
                     where l.stage in ('ACTIVE', 'CLOSED', 'WRITTEN_OFF')) b
            """;

    // What is collected of debt written off is booked by rule as income or into the risk fund, principal and interest
    // alike.
    private static final String RECOVERIES_ARE_BOOKED = """
            with moved as (
                select m.journal_id, sum(m.principal - m.interest) as amount
                  from loan.movement m
                 where m.kind = 'RECOVERY'
                 group by m.journal_id),
            booked as (
                select e.journal_id, sum(e.amount) as amount
                  from ledger.v_entry e
                  join ledger.v_journal j on j.id = e.journal_id
                 where e.account in ('RECOVERED_DEBT', 'RISK_FUND') and j.kind <> 'WRITE_OFF'
                 group by e.journal_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select m.amount is distinct from e.amount as broken,
                           format('%s: recovered %s, booked %s', j.label, coalesce(m.amount, 0), coalesce(e.amount, 0)) as what
                      from moved m
                      full join booked e on e.journal_id = m.journal_id
                      join ledger.v_journal j on j.id = coalesce(m.journal_id, e.journal_id)) b
            """;

    private static final String FROZEN_BY_DECISION = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select not exists (select from loan.freeze f where f.loan_id = l.id and f.ended_on is null) as broken,
                           format('loan %s: %s frozen without a decision that runs', l.code, p.principal) as what
                      from loan.part p
                      join loan.loan l on l.id = p.loan_id
                     where p.part = 'FROZEN' and p.principal > 0) b
            """;

    private static final String MOVEMENTS_HAVE_JOURNALS = """
            select count(*) as checked, count(*) filter (where j.id is null) as broken,
                   min(format('line %s names journal %s, which is not there', m.line_id, m.journal_id)) filter (where j.id is null) as first
              from loan.movement m
              left join ledger.v_journal j on j.id = m.journal_id
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("loan.movements-have-journals", MOVEMENTS_HAVE_JOURNALS),
                new Invariant("loan.balances-are-movements", PARTS_ARE_MOVEMENTS),
                new Invariant("loan.movements-are-entries", PRINCIPAL_IS_BOOKED),
                new Invariant("loan.movements-are-lending", LENT_IS_ALLOTTED),
                new Invariant("loan.recoveries-are-booked", RECOVERIES_ARE_BOOKED),
                new Invariant("loan.frozen-by-decision", FROZEN_BY_DECISION),
                new Invariant("loan.balances-within-amount", WITHIN_AMOUNT),
                new Invariant("loan.instalments-are-amount", INSTALMENTS_ARE_AMOUNT));
    }
}
