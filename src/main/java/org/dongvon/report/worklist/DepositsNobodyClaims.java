package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Deposits without a running loan whose owner died or moved away, or that nothing moved for long (tiền gửi chưa ai nhận). */
@Component
class DepositsNobodyClaims implements WorkList {

    private static final String FINDING = """
            select i.member_id as id, coalesce(i.gone_on, i.touched_on) as on_day, i.balance as amount, cast(null as bigint) as other
              from savings.v_idle i
             where i.balance > 0 and i.closed_on is null and (i.touched_on < :unclaimed_before or i.gone_on is not null)
               and not exists (select from loan.v_member_loan l where l.member_id = i.member_id and l.stage in ('APPROVED', 'ACTIVE'))
               and case when i.point_id <@ (select shared.scope()) then true else false end
               and not (select shared.narrowed())
            """;

    @Override
    public String code() {
        return "unclaimed-deposits";
    }

    @Override
    public int place() {
        return 86;
    }

    @Override
    public Role owner() {
        return Role.ACCOUNTANT;
    }

    @Override
    public Set<Role> readers() {
        return BANK;
    }

    @Override
    public Subject subject() {
        return Subject.IDLE_DEPOSIT;
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
