package org.dongvon.report.worklist;

import java.util.List;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Deposits of members whose loans are all closed (số dư tài khoản tổ viên đã tất toán). */
@Component
class ClosedLoansDeposits implements WorkList {

    // The loans of the scope are gone through once: asked member by member, the policies made it a minute for 100 000
    // deposits.
    private static final String FINDING = """
            with settled as materialized (
                select x.member_id, max(x.closed_on) filter (where x.stage = 'CLOSED') as closed_on
                  from loan.v_member_loan x
                 where case when x.point_id <@ (select shared.scope()) then true else false end
                 group by x.member_id
                having count(x.closed_on) filter (where x.stage = 'CLOSED') > 0
                   and not bool_or(x.stage in ('APPROVED', 'ACTIVE')))
            select m.id, o.closed_on as on_day, a.balance as amount, cast(null as bigint) as other
              from settled o
              join savings.v_account a on a.member_id = o.member_id
              join "group".v_member m on m.id = a.member_id
              join "group".v_credit_group g on g.id = m.group_id
             where a.balance > 0 and a.closed_on is null
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
