package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** What has fallen due and is neither paid nor overdue (kỳ hạn chưa trả). */
@Component
class UnpaidInstalments implements WorkList {

    // What is overdue was moved out of the first unpaid instalments.
    // What was repaid or is overdue covers the instalments in their order; the first that it does not cover is the
    // oldest unpaid. Each
    // table is gone through once.
    private static final String FINDING = """
            with fallen as materialized (
                select i.loan_id, i.due_on, sum(i.amount) over (partition by i.loan_id order by i.seq) as through
                  from loan.v_instalment i
                 where case when i.point_id <@ (select shared.scope()) then true else false end and i.due_on <= :day),
            owed as materialized (
                select p.loan_id, sum(p.principal) filter (where p.part <> 'WRITTEN_OFF')::bigint as outstanding,
                       coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0)::bigint as overdue
                  from loan.v_part_line p
                 where case when p.point_id <@ (select shared.scope()) then true else false end
                 group by p.loan_id),
            running as materialized (
                select l.id, l.amount
                  from loan.v_running l
                 where %s)
            select l.id, min(f.due_on) as on_day, (max(f.through) - (l.amount - b.outstanding) - b.overdue)::bigint as amount,
                   b.outstanding as other
              from fallen f
              join running l on l.id = f.loan_id
              join owed b on b.loan_id = l.id
             where f.through > l.amount - b.outstanding + b.overdue
             group by l.id, l.amount, b.outstanding, b.overdue
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "unpaid-instalments";
    }

    @Override
    public int place() {
        return 20;
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
        return List.of(Column.DAY, Column.AGE, Column.AMOUNT, Column.OTHER);
    }
}
