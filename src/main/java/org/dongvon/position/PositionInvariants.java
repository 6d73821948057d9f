package org.dongvon.position;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds between the totals as of the last close and the loans, less what moved since. */
@Component
class PositionInvariants implements Invariants {

    private static final String TOTALS_ARE_LOANS = """
            with moved as (
                select m.loan_id, m.point_id, m.programme_id, m.series_id, m.part, m.contract_id, m.association, -m.principal as principal,
                       -m.constant as constant
                  from (select distinct p.office_id, p.open_day from organisation.v_point p) o
                  join loan.v_movement m on m.office_id = o.office_id and m.business_date = o.open_day
                 union all
                select p.loan_id, p.point_id, p.programme_id, p.series_id, p.part, p.contract_id, p.association, p.principal, p.constant
                  from loan.v_part p),
            closed as (
                select m.point_id, m.programme_id, m.series_id, m.part, m.contract_id, m.association, sum(m.principal) as principal,
                       sum(m.constant) as constant
                  from moved m
                 group by m.loan_id, m.point_id, m.programme_id, m.series_id, m.part, m.contract_id, m.association),
            loans as (
                select c.point_id, c.programme_id, c.series_id, c.part, c.contract_id, c.association,
                       sum(c.principal) as principal, sum(c.constant) as constant, count(*) filter (where c.principal > 0) as loans
                  from closed c
                 group by c.point_id, c.programme_id, c.series_id, c.part, c.contract_id, c.association),
            totals as (
                select t.point_id, t.programme_id, t.series_id, t.part, t.contract_id, t.association, t.principal, t.constant,
                       t.loans
                  from position.total t
                  join organisation.v_point p on p.id = t.point_id
                 where t.valid_from < p.open_day and t.valid_to >= p.open_day)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (coalesce(t.principal, 0), coalesce(t.constant, 0), coalesce(t.loans, 0))
                               is distinct from (coalesce(l.principal, 0), coalesce(l.constant, 0), coalesce(l.loans, 0)) as broken,
                           format('%s, programme %s, %s, %s, contract %s: total %s of %s loans, loans %s of %s; constants %s, %s',
                                  u.name, coalesce(t.programme_id, l.programme_id), coalesce(t.part, l.part),
                                  coalesce(t.association, l.association), coalesce(t.contract_id, l.contract_id),
                                  coalesce(t.principal, 0), coalesce(t.loans, 0), coalesce(l.principal, 0),
                                  coalesce(l.loans, 0), coalesce(t.constant, 0), coalesce(l.constant, 0)) as what
                      from totals t
                      full join loans l
                        on (l.point_id, l.programme_id, l.series_id) = (t.point_id, t.programme_id, t.series_id)
                       and (l.part, l.contract_id, l.association) = (t.part, t.contract_id, t.association)
                      join organisation.unit u on u.id = coalesce(t.point_id, l.point_id)) b
            """;

    private static final String CONTRACTS_ARE_LENT = """
            with standing as (
                select t.contract_id, t.principal
                  from position.total t
                  join organisation.v_point p on p.id = t.point_id
                 where t.valid_from < p.open_day and t.valid_to >= p.open_day and t.part <> 'WRITTEN_OFF'
                 union all
                select m.contract_id, m.principal
                  from (select distinct p.office_id, p.open_day from organisation.v_point p) o
                  join loan.v_movement m on m.office_id = o.office_id and m.business_date = o.open_day
                 where m.part <> 'WRITTEN_OFF'),
            out as (
                select s.contract_id, sum(s.principal) as principal from standing s group by s.contract_id),
            lent as (
                select m.contract_id, sum(m.amount) as amount from capital.v_movement m where m.kind = 'LENT' group by m.contract_id)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select coalesce(o.principal, 0) <> coalesce(l.amount, 0) as broken,
                           format('contract %s: positions %s, lent %s', c.code, coalesce(o.principal, 0), coalesce(l.amount, 0)) as what
                      from out o
                      full join lent l on l.contract_id = o.contract_id
                      join capital.v_contract c on c.id = coalesce(o.contract_id, l.contract_id)) b
            """;

    private static final String HEADS_ARE_LOANS = """
            with moved as (
                select m.loan_id, m.contract_id, -m.principal as principal
                  from (select distinct p.office_id, p.open_day from organisation.v_point p) o
                  join loan.v_movement m on m.office_id = o.office_id and m.business_date = o.open_day
                 where m.part <> 'WRITTEN_OFF'
                 union all
                select b.loan_id, b.contract_id, b.outstanding from loan.v_balance b),
            closed as (
                select m.loan_id, m.contract_id from moved m group by m.loan_id, m.contract_id having sum(m.principal) > 0),
            owing as (
                select b.loan_id, b.point_id, h.point_id as home_id, h.id as household_id,
                       coalesce(s.from_person, b.borrower_id) as borrower_id, b.jobs, d.dimension, d.key
                  from closed c
                  join loan.v_balance b on b.loan_id = c.loan_id
                  join organisation.v_point o on o.id = b.point_id
                  left join loan.v_succession s on s.loan_id = b.loan_id and s.on_day >= o.open_day
                  join household.v_household h on h.id = coalesce(s.from_household, b.household_id)
                 cross join lateral (values ('ALL', ''), ('PROGRAMME', b.programme_id::text), ('ASSOCIATION', b.association),
                                            ('CONTRACT', c.contract_id::text)) as d (dimension, key)),
            counted as (
                select o.home_id as point_id, o.dimension, o.key, count(distinct o.household_id) as households,
                       count(distinct o.borrower_id) as borrowers, 0 as loans, 0 as jobs
                  from owing o
                 group by o.home_id, o.dimension, o.key
                 union all
                select o.point_id, o.dimension, o.key, 0, 0, count(*), sum(o.jobs)
                  from owing o
                 group by o.point_id, o.dimension, o.key),
            loans as (
                select c.point_id, c.dimension, c.key, sum(c.households) as households, sum(c.borrowers) as borrowers,
                       sum(c.loans) as loans, sum(c.jobs) as jobs
                  from counted c
                 group by c.point_id, c.dimension, c.key),
            heads as (
                select h.point_id, h.dimension, h.key, h.households, h.borrowers, h.loans, h.jobs
                  from position.headcount h
                  join organisation.v_point p on p.id = h.point_id
                 where h.valid_from < p.open_day and h.valid_to >= p.open_day)
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select (coalesce(h.households, 0), coalesce(h.borrowers, 0), coalesce(h.loans, 0), coalesce(h.jobs, 0))
                               is distinct from
                           (coalesce(l.households, 0), coalesce(l.borrowers, 0), coalesce(l.loans, 0), coalesce(l.jobs, 0)) as broken,
                           format('%s, %s %s: %s households, %s borrowers, %s loans, %s jobs; counted %s, %s, %s, %s', u.name,
                                  coalesce(h.dimension, l.dimension), coalesce(h.key, l.key), coalesce(h.households, 0),
                                  coalesce(h.borrowers, 0), coalesce(h.loans, 0), coalesce(h.jobs, 0),
                                  coalesce(l.households, 0), coalesce(l.borrowers, 0), coalesce(l.loans, 0),
                                  coalesce(l.jobs, 0)) as what
                      from heads h
                      full join loans l on l.point_id = h.point_id and l.dimension = h.dimension and l.key = h.key
                      join organisation.unit u on u.id = coalesce(h.point_id, l.point_id)) b
            """;

    // Each period of a cell ends where the next begins, and stands at what has flowed in by then.
    private static final String FLOWS_ARE_TOTALS = """
            with standing as (
                select t.point_id, t.programme_id, t.part, t.valid_from, t.valid_to, t.principal,
                       lead(t.valid_from, 1, 'infinity') over cell as next_from,
                       sum(f.disbursed - f.collected + f.moved) over cell as flowed
                  from position.total t
                  left join position.flow f
                    on (f.point_id, f.programme_id, f.series_id) = (t.point_id, t.programme_id, t.series_id)
                   and (f.part, f.contract_id, f.association) = (t.part, t.contract_id, t.association)
                   and f.business_date = t.valid_from
                window cell as (partition by t.point_id, t.programme_id, t.series_id, t.part, t.contract_id, t.association
                                order by t.valid_from))
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select s.valid_to <> s.next_from or s.principal is distinct from s.flowed as broken,
                           format('%s, programme %s, %s from %s to %s: total %s, flows %s, next from %s', u.name, s.programme_id,
                                  s.part, s.valid_from, s.valid_to, s.principal, s.flowed, s.next_from) as what
                      from standing s
                      join organisation.unit u on u.id = s.point_id) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(
                new Invariant("position.totals-are-loans", TOTALS_ARE_LOANS),
                new Invariant("position.contracts-are-lent", CONTRACTS_ARE_LENT),
                new Invariant("position.heads-are-loans", HEADS_ARE_LOANS),
                new Invariant("position.flows-are-totals", FLOWS_ARE_TOTALS));
    }
}
