package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Changes that wait for a second person (yêu cầu thay đổi chờ duyệt). */
@Component
class WaitingChanges implements WorkList {

    private static final String FINDING = """
            select x.id, x.business_date as on_day, x.amount, cast(null as bigint) as other
              from report.v_waiting_change x
             where %s
            """.formatted(Scoped.WHOLE);

    @Override
    public String code() {
        return "changes";
    }

    @Override
    public int place() {
        return 100;
    }

    @Override
    public Role owner() {
        return Role.DIRECTOR;
    }

    @Override
    public Set<Role> readers() {
        return BANK;
    }

    @Override
    public Subject subject() {
        return Subject.CHANGE;
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
