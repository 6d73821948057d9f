package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Overdue principal, with its age (nợ quá hạn). */
@Component
class OverdueLoans implements WorkList {

    // Repaid first is what was moved first: the age is that of the oldest move of which something is left.
    private static final String FINDING = """
            with overdue as materialized (
                select p.loan_id, sum(p.principal)::bigint as principal
                  from loan.v_part_line p
                 where case when p.point_id <@ (select shared.scope()) then true else false end
                   and p.part = 'OVERDUE' and p.principal > 0
                 group by p.loan_id)
            select l.id, s.since as on_day, o.principal as amount,
                   (select sum(p.principal) from loan.v_part_line p
                     where p.loan_id = l.id and p.part <> 'WRITTEN_OFF')::bigint as other
              from overdue o
              join loan.v_running l on l.id = o.loan_id
              cross join lateral (
                   select coalesce(min(x.value_date), l.disbursed_on) as since
                     from (select m.value_date, sum(m.principal) over (order by m.value_date, m.journal_id) as moved,
                                  sum(m.principal) over () as moved_in_all
                             from loan.v_line m
                            where m.loan_id = l.id and m.kind = 'TO_OVERDUE' and m.part = 'OVERDUE'
                              and not exists (select from loan.v_line r where r.reverses = m.line_id)) x
                    where x.moved > x.moved_in_all - o.principal) s
             where %s
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "overdue";
    }

    @Override
    public int place() {
        return 30;
    }

    @Override
    public Role owner() {
        return Role.CREDIT_OFFICER;
    }

    @Override
    public Set<Role> homes() {
        return Set.of(Role.CREDIT_OFFICER, Role.DIRECTOR, Role.ASSOCIATION_STAFF, Role.GROUP_HEAD);
    }

    @Override
    public String finding() {
        return FINDING;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.DAY, Column.AGE, Column.AMOUNT, Column.OTHER);
    }
}
