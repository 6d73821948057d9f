package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Instalments that fall due in the next month, less what was repaid ahead (nợ đến hạn tháng sau). */
@Component
class DueNextMonth implements WorkList {

    // An instalment of a session that was moved counts by the day to which it was moved.
    private static final String FINDING = """
            with due as materialized (
                select i.loan_id, i.seq, i.due_on, i.amount
                  from loan.v_instalment i
                 where case when i.point_id <@ (select shared.scope()) then true else false end
                   and i.nominal >= :due_from and i.nominal < :due_until and i.due_on >= :due_from and i.due_on < :due_until
                union all
                select i.loan_id, i.seq, i.due_on, i.amount
                  from organisation.session_date_change c
                  join loan.v_instalment i on i.point_id = c.point_id and i.nominal = c.nominal
                 where c.point_id <@ (select shared.scope())
                   and c.actual >= :due_from and c.actual < :due_until
                   and not (c.nominal >= :due_from and c.nominal < :due_until))
            select l.id, d.due_on as on_day, sum(least(d.amount, t.through - (l.amount - b.outstanding)))::bigint as amount,
                   max(b.outstanding)::bigint as other
              from due d
              join loan.v_running l on l.id = d.loan_id
              cross join lateral (select coalesce(sum(p.principal), 0)::bigint as outstanding
                                    from loan.v_part_line p where p.loan_id = l.id and p.part <> 'WRITTEN_OFF') b
              cross join lateral (select sum(x.amount)::bigint as through
                                    from loan.v_instalment x where x.loan_id = l.id and x.seq <= d.seq) t
             where t.through > l.amount - b.outstanding and %s
             group by l.id, d.due_on
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "due-next-month";
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Role owner() {
        return Role.CREDIT_OFFICER;
    }

    @Override
    public Set<Role> homes() {
        return Set.of(Role.CREDIT_OFFICER, Role.GROUP_HEAD);
    }

    @Override
    public String finding() {
        return FINDING;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.DAY, Column.AMOUNT, Column.OTHER);
    }
}
