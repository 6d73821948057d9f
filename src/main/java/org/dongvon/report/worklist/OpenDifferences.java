package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Differences of reconciliations that nobody has closed (chênh lệch đối chiếu chưa xử lý xong). */
@Component
class OpenDifferences implements WorkList {

    private static final String FINDING = """
            select l.answer_id as id, l.deadline as on_day, abs(l.principal_off) as amount, abs(l.deposit_off) as other
              from supervision.v_reconciled l
             where l.differs and l.closed_on is null and %s
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "differences";
    }

    @Override
    public int place() {
        return 72;
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
    public Subject subject() {
        return Subject.DIFFERENCE;
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
