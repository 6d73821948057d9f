package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Applications that the bank decides too late (hồ sơ quá hạn quyết định). */
@Component
class LateApplications implements WorkList {

    private static final String FINDING = """
            select l.id, l.received_on as on_day, l.amount, cast(null as bigint) as other
              from loan.v_at_bank l
             where l.received_on < :received_before and %s
            """.formatted(Scoped.LOAN);

    @Override
    public String code() {
        return "late-applications";
    }

    @Override
    public int place() {
        return 90;
    }

    @Override
    public Role owner() {
        return Role.CREDIT_OFFICER;
    }

    @Override
    public Set<Role> homes() {
        return Set.of(Role.CREDIT_OFFICER, Role.DIRECTOR);
    }

    @Override
    public Set<Role> readers() {
        return BANK;
    }

    @Override
    public Subject subject() {
        return Subject.APPLICATION;
    }

    @Override
    public String finding() {
        return FINDING;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.DAY, Column.AGE, Column.AMOUNT);
    }
}
