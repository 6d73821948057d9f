package org.dongvon.position;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The step of the close that writes the day's totals, flows and head counts: one row for each cell that moved.
 *
 * <p>Run again on the same open day it counts again from the close before and comes to the same rows.
 */
@Component
class PositionStep implements DailyStep {

    // What the day added to the close before. A loan part counts from its first đồng to its last. The close before is
    // the row that began before today and has not ended before today. A part
    // whose loan is of another contract by now has nothing left in the cell of the former one.
    private static final String BEGIN_TOTALS = """
            with moved as (
                select m.point_id, m.programme_id, m.series_id, m.part, m.contract_id, m.association, m.loan_id,
                       sum(m.principal) as principal, sum(m.constant) as constant
                  from loan.v_movement m
                 where m.office_id = :office and m.business_date = :day
                 group by m.point_id, m.programme_id, m.series_id, m.part, m.contract_id, m.association, m.loan_id),
            cell as (
                select m.point_id, m.programme_id, m.series_id, m.part, m.contract_id, m.association,
                       sum(m.principal) as principal, sum(m.constant) as constant,
                       sum((s.principal > 0)::int - (s.principal - m.principal > 0)::int) as loans
                  from moved m
                  join loan.v_part p
                    on p.loan_id = m.loan_id and p.series_id = m.series_id and p.part = m.part
                 cross join lateral (select case when p.contract_id = m.contract_id then p.principal else 0 end as principal) s
                 group by m.point_id, m.programme_id, m.series_id, m.part, m.contract_id, m.association)
            insert into position.total
                   (point_id, programme_id, series_id, part, contract_id, association, valid_from, principal, constant, loans)
            select c.point_id, c.programme_id, c.series_id, c.part, c.contract_id, c.association, :day,
                   coalesce(t.principal, 0) + c.principal, coalesce(t.constant, 0) + c.constant,
                   coalesce(t.loans, 0) + c.loans
              from cell c
              left join position.total t
                on (t.point_id, t.programme_id, t.series_id) = (c.point_id, c.programme_id, c.series_id)
               and (t.part, t.contract_id, t.association) = (c.part, c.contract_id, c.association)
               and t.valid_from < :day and t.valid_to >= :day
                on conflict (point_id, programme_id, series_id, part, contract_id, association, valid_from) do update
               set principal = excluded.principal, constant = excluded.constant, loans = excluded.loans
            """;

    private static final String END_TOTALS = """
            update position.total t
               set valid_to = :day
              from organisation.v_point p
              join position.total n on n.point_id = p.id and n.valid_to = 'infinity' and n.valid_from = :day
             where p.office_id = :office
               and (t.point_id, t.programme_id, t.series_id) = (n.point_id, n.programme_id, n.series_id)
               and (t.part, t.contract_id, t.association) = (n.part, n.contract_id, n.association)
               and t.valid_from < :day and t.valid_to = 'infinity'
            """;

    private static final String FLOWS = """
            insert into position.flow
                   (point_id, programme_id, series_id, part, contract_id, association, business_date,
                    disbursed, collected, interest, moved)
            select m.point_id, m.programme_id, m.series_id, m.part, m.contract_id, m.association, :day,
                   coalesce(sum(m.principal) filter (where m.kind = 'DISBURSEMENT'), 0),
                   -coalesce(sum(m.principal) filter (where m.kind in ('REPAYMENT', 'RECOVERY')), 0),
                   sum(m.interest),
                   coalesce(sum(m.principal) filter (where m.kind not in ('DISBURSEMENT', 'REPAYMENT', 'RECOVERY')), 0)
              from loan.v_movement m
             where m.office_id = :office and m.business_date = :day
             group by m.point_id, m.programme_id, m.series_id, m.part, m.contract_id, m.association
                on conflict (point_id, programme_id, series_id, part, contract_id, association, business_date) do update
               set disbursed = excluded.disbursed, collected = excluded.collected,
                   interest = excluded.interest, moved = excluded.moved
            """;

    private final JdbcClient db;
    private final HeadCounts headCounts;

    PositionStep(JdbcClient db, HeadCounts headCounts) {
        this.db = db;
        this.headCounts = headCounts;
    }

    @Override
    public String name() {
        return "positions";
    }

    @Override
    public List<String> after() {
        return List.of("overdue");
    }

    @Override
    public long run(Actor actor, long officeId, LocalDate day) {
        var cells = execute(BEGIN_TOTALS, officeId, day);
        execute(END_TOTALS, officeId, day);
        execute(FLOWS, officeId, day);
        headCounts.count(officeId, day);
        return cells;
    }

    private long execute(String sql, long officeId, LocalDate day) {
        return db.sql(sql).param("office", officeId).param("day", day).update();
    }
}
