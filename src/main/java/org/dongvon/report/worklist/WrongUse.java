package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Wrong use that is not settled (sử dụng sai mục đích chưa xử lý xong). */
@Component
class WrongUse implements WorkList {

    private static final String FINDING = """
            select l.id, min(coalesce(c.overdue_after, c.checked_on)) as on_day, max(c.used_wrong)::bigint as amount,
                   max(c.recalled)::bigint as other
              from supervision.v_use_check c
              join loan.v_running l on l.id = c.loan_id
             where c.used_wrong > 0 and c.settled_on is null and %s
             group by l.id
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "wrong-use";
    }

    @Override
    public int place() {
        return 70;
    }

    @Override
    public Role owner() {
        return Role.CREDIT_OFFICER;
    }

    @Override
    public Set<Role> homes() {
        return Set.of(Role.CREDIT_OFFICER, Role.DIRECTOR, Role.ASSOCIATION_STAFF);
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
