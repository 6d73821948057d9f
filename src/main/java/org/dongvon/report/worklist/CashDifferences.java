package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Sessions whose cash was counted otherwise than booked (chênh lệch quỹ). */
@Component
class CashDifferences implements WorkList {

    private static final String FINDING = """
            select x.id, x.held_on as on_day, x.counted - x.expected as amount, x.counted as other
              from report.v_cash_difference x
             where x.held_on >= :cash_since and %s
            """.formatted(Scoped.WHOLE);

    @Override
    public String code() {
        return "cash-differences";
    }

    @Override
    public int place() {
        return 120;
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
        return List.of(Column.DAY, Column.AMOUNT, Column.OTHER);
    }
}
