package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Term deposits that mature within the days of the rule, and those that wait to be paid out (tiền gửi sắp đến hạn). */
@Component
class MaturingDeposits implements WorkList {

    private static final String FINDING = """
            select d.id, coalesce(d.matures_on, d.from_on) as on_day, d.balance as amount, cast(null as bigint) as other
              from savings.v_term_deposit d
             where coalesce(d.matures_on, d.from_on) <= :term_until
               and case when d.point_id <@ (select shared.scope()) then true else false end
               and not (select shared.narrowed())
            """;

    @Override
    public String code() {
        return "maturing-deposits";
    }

    @Override
    public int place() {
        return 84;
    }

    @Override
    public Role owner() {
        return Role.TELLER;
    }

    @Override
    public Set<Role> readers() {
        return BANK;
    }

    @Override
    public Subject subject() {
        return Subject.TERM_DEPOSIT;
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
