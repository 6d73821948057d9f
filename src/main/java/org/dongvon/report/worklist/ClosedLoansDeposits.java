package org.dongvon.report.worklist;

import java.util.List;
import java.util.Set;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Deposits of members whose loans are all closed (số dư tài khoản tổ viên đã tất toán). */
@Component
class ClosedLoansDeposits implements WorkList {

    private static final String FINDING = """
            select m.id, o.closed_on as on_day, a.balance as amount, cast(null as bigint) as other
              from savings.v_account a
              join "group".v_member m on m.id = a.member_id
              join "group".v_credit_group g on g.id = m.group_id
              cross join lateral (
                   select max(x.closed_on) filter (where x.stage = 'CLOSED') as closed_on,
                          bool_or(x.stage in ('APPROVED', 'ACTIVE')) as runs
                     from loan.v_member_loan x where x.member_id = m.id) o
             where a.balance > 0 and a.closed_on is null and o.closed_on is not null and not o.runs
               and case when a.point_id <@ (select shared.scope()) then true else false end
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or m.person_id = (select shared.scope_person()))
            """;

    @Override
    public String code() {
        return "closed-deposits";
    }

    @Override
    public int place() {
        return 80;
    }

    @Override
    public Role owner() {
        return Role.CREDIT_OFFICER;
    }

    @Override
    public Set<Role> homes() {
        return Set.of(Role.CREDIT_OFFICER);
    }

    @Override
    public Set<Role> readers() {
        return ALL;
    }

    @Override
    public Subject subject() {
        return Subject.MEMBER;
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
