package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** What has fallen due and is neither paid nor overdue (kỳ hạn chưa trả). */
@Component
class UnpaidInstalments implements WorkList {

    // What is overdue was moved out of the first unpaid instalments. What was repaid or is overdue covers the
    // instalments in their order; the one in which that ends is the oldest unpaid. A session is held within forty
    // days of its nominal day. Each table is gone through once.
    private static final String FINDING = """
            select l.id, f.due_on as on_day, (f.total - (l.amount - b.outstanding) - b.overdue)::bigint as amount, b.outstanding as other
              from (select i.loan_id, i.due_on, i.amount, sum(i.amount) over (partition by i.loan_id order by i.seq) as through,
                           sum(i.amount) over (partition by i.loan_id) as total
                      from loan.v_instalment i
                     where case when i.point_id <@ (select shared.scope()) then true else false end
                       and i.nominal <= cast(:day as date) + 40 and i.due_on <= :day) f
              join (select p.loan_id, sum(p.principal) filter (where p.part <> 'WRITTEN_OFF')::bigint as outstanding,
                           coalesce(sum(p.principal) filter (where p.part = 'OVERDUE'), 0)::bigint as overdue
                      from loan.v_part_line p
                     where case when p.point_id <@ (select shared.scope()) then true else false end
                     group by p.loan_id) b on b.loan_id = f.loan_id
              join loan.v_running l on l.id = f.loan_id
             where f.through > l.amount - b.outstanding + b.overdue
               and f.through - f.amount <= l.amount - b.outstanding + b.overdue
               and %s
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
