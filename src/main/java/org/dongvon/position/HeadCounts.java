package org.dongvon.position;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Distinct households, borrowers and loans, kept by counting again only the households of loans that were paid out, paid
 * off or passed to another borrower today: once as they stood before today's movements, and once after.
 */
@Repository
class HeadCounts {

    // "known" are all loans of those households, with what they owe after today and owed before: today's movements are
    // subtracted by grouping, not by a join, so that the cost stays in proportion whatever the planner expects. A
    // household counts in a dimension's key as soon as one of its loans does, so it is counted from loans grouped by
    // household, and never by adding loans. A loan that passed to another borrower today is counted twice: after today
    // with whose it is, before today with whose it was; and a loan whose source changed today is one row of each
    // contract.
    // Rows that a first run on the same day wrote come in with no change, so that
    // they fall back to the close before.
    private static final String BEGIN = """
            with moved as (
                select m.loan_id, m.contract_id, sum(m.principal) as principal
                  from loan.v_movement m
                 where m.office_id = :office and m.business_date = :day and m.part <> 'WRITTEN_OFF'
                 group by m.loan_id, m.contract_id
                having sum(m.principal) <> 0),
            passed as materialized (
                select s.loan_id, s.from_household, s.from_person
                  from loan.v_succession s
                  join organisation.v_point p on p.id = s.point_id
                 where p.office_id = :office and s.on_day = :day),
            passing as materialized (
                select b.loan_id, b.point_id, b.household_id, b.borrower_id, b.programme_id, c.contract_id, b.association, b.jobs,
                       c.outstanding, c.outstanding - coalesce(m.principal, 0) as owed, p.from_household, p.from_person
                  from passed p
                  join loan.v_balance b on b.loan_id = p.loan_id
                 cross join lateral (select b.contract_id, b.outstanding
                                      union all
                                     select o.contract_id, 0 from moved o where o.loan_id = b.loan_id and o.contract_id <> b.contract_id) c
                  left join moved m on m.loan_id = p.loan_id and m.contract_id = c.contract_id),
            touched as materialized (
                select b.loan_id, b.point_id, b.household_id, b.borrower_id, b.programme_id, m.contract_id, b.association, b.jobs,
                       case when b.contract_id = m.contract_id then b.outstanding else 0 end as outstanding, m.principal
                  from moved m
                  join loan.v_balance b on b.loan_id = m.loan_id
                 where m.loan_id not in (select p.loan_id from passed p)),
            crossed as (
                select t.household_id
                  from touched t
                 where (t.outstanding > 0) <> (t.outstanding - t.principal > 0)
                 union
                select h.id from passing p cross join lateral (values (p.household_id), (p.from_household)) h (id)),
            owing as (
                select b.loan_id, b.point_id, b.household_id, b.borrower_id, b.programme_id, b.contract_id, b.association, b.jobs,
                       b.outstanding, 0 as principal, 1 as known
                  from crossed c
                  join loan.v_balance b on b.household_id = c.household_id
                 where b.loan_id not in (select p.loan_id from passed p)
                 union all
                select p.loan_id, p.point_id, p.household_id, p.borrower_id, p.programme_id, p.contract_id, p.association, p.jobs,
                       p.outstanding, p.outstanding, 1
                  from passing p
                 union all
                select p.loan_id, p.point_id, p.from_household, p.from_person, p.programme_id, p.contract_id, p.association, p.jobs,
                       0, -p.owed, 1
                  from passing p
                 union all
                select t.loan_id, t.point_id, t.household_id, t.borrower_id, t.programme_id, t.contract_id, t.association, t.jobs,
                       0, t.principal, 0
                  from touched t),
            known as (
                select k.*
                  from (select o.point_id, o.household_id, o.borrower_id, o.programme_id, o.contract_id, o.association, o.jobs,
                               (sum(o.outstanding) > 0)::int as after, (sum(o.outstanding) - sum(o.principal) > 0)::int as before,
                               sum(sum(o.known)) over (partition by o.loan_id) as known
                          from owing o
                         group by o.loan_id, o.point_id, o.household_id, o.borrower_id, o.programme_id, o.contract_id, o.association,
                                  o.jobs) k
                 where k.known > 0),
            counted as (
                select k.point_id, k.household_id, k.borrower_id, h.point_id as home_id, k.jobs, d.dimension, d.key,
                       k.after, k.before
                  from known k
                  join household.v_household h on h.id = k.household_id
                 cross join lateral (values ('ALL', ''), ('PROGRAMME', k.programme_id::text),
                                            ('ASSOCIATION', k.association), ('CONTRACT', k.contract_id::text))
                            as d (dimension, key)),
            change as (
                select home_id as point_id, dimension, key, max(after) - max(before) as households, 0 as borrowers,
                       0 as loans, 0 as jobs
                  from counted
                 group by home_id, dimension, key, household_id
                 union all
                select home_id, dimension, key, 0, max(after) - max(before), 0, 0
                  from counted
                 group by home_id, dimension, key, borrower_id
                 union all
                select point_id, dimension, key, 0, 0, after - before, (after - before) * jobs
                  from counted
                 union all
                select n.point_id, n.dimension, n.key, 0, 0, 0, 0
                  from organisation.v_point p
                  join position.headcount n on n.point_id = p.id and n.valid_to = 'infinity' and n.valid_from = :day
                 where p.office_id = :office)
            insert into position.headcount (point_id, dimension, key, valid_from, households, borrowers, loans, jobs)
            select c.point_id, c.dimension, c.key, :day,
                   coalesce(max(t.households), 0) + sum(c.households), coalesce(max(t.borrowers), 0) + sum(c.borrowers),
                   coalesce(max(t.loans), 0) + sum(c.loans), coalesce(max(t.jobs), 0) + sum(c.jobs)
              from change c
              left join position.headcount t
                on t.point_id = c.point_id and t.dimension = c.dimension and t.key = c.key
               and t.valid_from < :day and t.valid_to >= :day
             group by c.point_id, c.dimension, c.key
                on conflict (point_id, dimension, key, valid_from) do update
               set households = excluded.households, borrowers = excluded.borrowers,
                   loans = excluded.loans, jobs = excluded.jobs
            """;

    private static final String END = """
            update position.headcount t
               set valid_to = :day
              from organisation.v_point p
              join position.headcount n on n.point_id = p.id and n.valid_to = 'infinity' and n.valid_from = :day
             where p.office_id = :office
               and t.point_id = n.point_id and t.dimension = n.dimension and t.key = n.key
               and t.valid_from < :day and t.valid_to = 'infinity'
            """;

    private final JdbcClient db;

    HeadCounts(JdbcClient db) {
        this.db = db;
    }

    /** Writes the counts of one office and day that differ from the close before. */
    void count(long officeId, LocalDate day) {
        execute(BEGIN, officeId, day);
        execute(END, officeId, day);
    }

    private void execute(String sql, long officeId, LocalDate day) {
        db.sql(sql).param("office", officeId).param("day", day).update();
    }
}
