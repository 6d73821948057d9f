package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Debts of a year's list that nobody has classified yet (nợ chưa phân loại). */
@Component
class UnclassifiedDebts implements WorkList {

    private static final String FINDING = """
            select l.id, make_date(d.year + 1, 1, 10) as on_day, d.principal as amount, d.overdue as other
              from supervision.v_debt d
              join loan.v_running l on l.id = d.loan_id
             where d.ability is null and %s
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "debts-unclassified";
    }

    @Override
    public int place() {
        return 76;
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
        return Subject.DEBT;
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
