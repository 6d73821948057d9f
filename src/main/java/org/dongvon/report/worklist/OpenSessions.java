package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Sessions that nobody has closed (phiên giao dịch chưa khóa). */
@Component
class OpenSessions implements WorkList {

    private static final String FINDING = """
            select x.id, x.held_on as on_day, cast(null as bigint) as amount, cast(null as bigint) as other
              from report.v_open_session x
             where x.held_on <= :day and %s
            """.formatted(Scoped.WHOLE);

    @Override
    public String code() {
        return "open-sessions";
    }

    @Override
    public int place() {
        return 110;
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
        return Subject.SESSION;
    }

    @Override
    public String finding() {
        return FINDING;
    }

    @Override
    public List<Column> columns() {
        return List.of(Column.DAY, Column.AGE);
    }
}
