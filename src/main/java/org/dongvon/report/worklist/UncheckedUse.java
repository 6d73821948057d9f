package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Loans whose use nobody has checked in time (chưa có 06/TD). */
@Component
class UncheckedUse implements WorkList {

    private static final String FINDING = """
            select l.id, l.disbursed_on + cast(:use_days as int) as on_day, l.amount, cast(null as bigint) as other
              from loan.v_running l
             where l.disbursed_on <= :use_alert
               and not exists (select from supervision.v_use_check c where c.loan_id = l.id) and %s
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "use-checks";
    }

    @Override
    public int place() {
        return 60;
    }

    @Override
    public Role owner() {
        return Role.ASSOCIATION_STAFF;
    }

    @Override
    public Set<Role> homes() {
        return Set.of(Role.ASSOCIATION_STAFF, Role.CREDIT_OFFICER);
    }

    @Override
    public String finding() {
        return FINDING;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.DAY, Column.AMOUNT);
    }
}
