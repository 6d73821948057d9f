package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Running loans whose borrower left the locality (bỏ đi khỏi địa phương). */
@Component
class LeftLocality implements WorkList {

    private static final String FINDING = """
            select l.id, a.left_on as on_day,
                   (select sum(p.principal) from loan.v_part_line p
                     where p.loan_id = l.id and p.part <> 'WRITTEN_OFF')::bigint as amount,
                   (select coalesce(sum(p.principal), 0) from loan.v_part_line p
                     where p.loan_id = l.id and p.part = 'OVERDUE')::bigint as other
              from supervision.v_absent a
              join loan.v_running l on l.id = a.loan_id
             where %s
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "left-locality";
    }

    @Override
    public int place() {
        return 75;
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
        return List.of(Column.DAY, Column.AGE, Column.AMOUNT, Column.OTHER);
    }
}
