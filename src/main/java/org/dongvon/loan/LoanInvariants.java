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
                select m.journal_id, 'LOAN_' || m.part as account, m.programme_id, m.contract_id, sum(m.principal) as amount
                  from loan.v_movement m
                 group by m.journal_id, m.part, m.programme_id, m.contract_id
                having sum(m.principal) <> 0
                 union all
                select m.journal_id, 'INTEREST_INCOME', m.programme_id, m.contract_id, -sum(m.interest)
                  from loan.v_movement m
                 where m.part <> 'WRITTEN_OFF'
                 group by m.journal_id, m.programme_id, m.contract_id
                having sum(m.interest) <> 0),
            booked as (
                select e.journal_id, e.account, e.programme_id, e.contract_id, e.amount
                  from ledger.v_entry e
                  join ledger.v_journal j on j.id = e.journal_id and j.kind not in ('CARRY_OVER', 'CARRY_OVER_BACK')
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
                select m.journal_id, a.id as allotment_id, sum(m.principal) as amount
                  from loan.v_movement m
                  join organisation.point p on p.id = m.point_id
                  left join capital.allotment a on a.contract_id = m.contract_id and a.office_id = p.office_id
                 where m.part <> 'WRITTEN_OFF'
                 group by m.journal_id, a.id
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
                 where e.account in ('RECOVERED_DEBT', 'RISK_FUND') and j.kind not in ('WRITE_OFF', 'CARRY_OVER', 'CARRY_OVER_BACK')
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

    // What was given back of interest, by loan, is what the register of uses says.
    private static final String CREDITS_ARE_MOVEMENTS = """
            with moved as (
                select m.loan_id, -sum(m.interest) as amount
                  from loan.v_movement m
                 where m.kind = 'CREDIT'
                 group by m.loan_id),
            used as (
                select u.loan_id, sum(case u.kind when 'BACK' then -u.amount else u.amount end) as amount
                  from loan.credit_use u
                 group by u.loan_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select m.amount is distinct from u.amount as broken,
                           format('loan %s: credit used %s, movements %s', l.code, coalesce(u.amount, 0), coalesce(m.amount, 0)) as what
                      from moved m
                      full join used u on u.loan_id = m.loan_id
                      join loan.loan l on l.id = coalesce(m.loan_id, u.loan_id)) b
            """;

    // What is left of transfers by their payers' names is what the account shows.
    private static final String INCOMING_IS_BOOKED = """
            with stepped as (
                select s.submission, sum(case when s.kind in ('TAKEN', 'BACK') then s.amount else -s.amount end) as amount
                  from loan.incoming_step s
                 group by s.submission),
            booked as (
                select j.submission, min(j.label) as label, -sum(e.amount) as amount
                  from ledger.v_entry e
                  join ledger.v_journal j on j.id = e.journal_id
                 where e.account = 'RECEIVED_BY_TRANSFER'
                 group by j.submission)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select s.amount is distinct from e.amount as broken,
                           format('%s: transfers %s, booked %s', coalesce(e.label, s.submission::text), coalesce(s.amount, 0), coalesce(e.amount, 0)) as what
                      from stepped s
                      full join booked e on e.submission = s.submission) b
            """;

    // Each passes on what the one before received, and the loan is of whom the last one names.
    private static final String BORROWERS_FOLLOW = """
            with passed as (
                select s.loan_id, s.to_household, s.to_person, s.to_member,
                       lead((s.from_household, s.from_person, s.from_member)) over (partition by s.loan_id order by s.on_day) as next
                  from loan.succession s)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (p.to_household, p.to_person, p.to_member)
                               is distinct from coalesce(p.next, (l.household_id, l.borrower_id, l.member_id)) as broken,
                           format('loan %s: passed to person %s of household %s', l.code, p.to_person, p.to_household) as what
                      from passed p
                      join loan.loan l on l.id = p.loan_id) b
            """;

    // Each change begins with the money that the one before led to, the last led to the money the loan is of, and its
    // movements took as much out of the one contract as into the other.
    private static final String SOURCES_FOLLOW = """
            with stepped as (
                select s.loan_id, s.journal_id, s.from_allotment, s.to_allotment, s.to_contract, s.principal,
                       lag(s.to_allotment) over of_loan as before, lead(s.journal_id) over of_loan is null as is_last,
                       count(*) over (partition by s.loan_id) as steps
                  from loan.source_move s
                window of_loan as (partition by s.loan_id order by s.journal_id)),
            moved as (
                select m.journal_id, m.loan_id, sum(m.principal) filter (where m.kind = 'TO_SOURCE') as came,
                       -sum(m.principal) filter (where m.kind = 'FROM_SOURCE') as gone, sum(m.constant) as constant
                  from loan.movement m
                 where m.kind in ('FROM_SOURCE', 'TO_SOURCE')
                 group by m.journal_id, m.loan_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select s.from_allotment is distinct from coalesce(s.before, s.from_allotment) or s.loan_id is null
                               or (s.principal, s.principal, 0) is distinct from (m.came, m.gone, m.constant)
                               or s.is_last and (l.allotment_id, l.contract_id, l.source_moves) is distinct from (s.to_allotment, s.to_contract, s.steps) as broken,
                           format('loan %s: change of source of %s, movements %s out and %s in; %s changes of %s', l.code, coalesce(s.principal, 0),
                                  coalesce(m.gone, 0), coalesce(m.came, 0), coalesce(s.steps, 0), l.source_moves) as what
                      from stepped s
                      full join moved m on m.journal_id = s.journal_id and m.loan_id = s.loan_id
                      join loan.loan l on l.id = coalesce(s.loan_id, m.loan_id)
                     union all
                    select l.source_moves <> 0, format('loan %s: %s changes of source without a decision', l.code, l.source_moves)
                      from loan.loan l
                     where l.source_moves <> 0 and not exists (select from loan.source_move s where s.loan_id = l.id)
                     union all
                    select (c.loans, c.principal) is distinct from (count(s.loan_id), coalesce(sum(s.principal), 0)),
                           format('change of source %s: %s loans and %s, moved %s and %s', c.id, c.loans, c.principal, count(s.loan_id),
                                  coalesce(sum(s.principal), 0))
                      from loan.source_change c
                      left join loan.source_move s on s.change_id = c.id
                     group by c.id) b
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
                new Invariant("loan.sources-follow-decisions", SOURCES_FOLLOW),
                new Invariant("loan.recoveries-are-booked", RECOVERIES_ARE_BOOKED),
                new Invariant("loan.credits-are-movements", CREDITS_ARE_MOVEMENTS),
                new Invariant("loan.incoming-is-booked", INCOMING_IS_BOOKED),
                new Invariant("loan.borrowers-follow-successions", BORROWERS_FOLLOW),
                new Invariant("loan.frozen-by-decision", FROZEN_BY_DECISION),
                new Invariant("loan.balances-within-amount", WITHIN_AMOUNT),
                new Invariant("loan.instalments-are-amount", INSTALMENTS_ARE_AMOUNT));
    }
}
