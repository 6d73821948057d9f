package org.dongvon.report.worklist;

import java.util.List;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Members who deposited less in the last full month than the convention of their group says (gửi dưới mức quy ước). */
@Component
class BelowLeast implements WorkList {

    private static final String FINDING = """
            select x.member_id as id, x.until - 1 as on_day, x.amount, x.saving_least as other
              from savings.deposited_last_month(:day) x
              join "group".v_credit_group g on g.id = x.group_id
             where x.amount < x.saving_least
               and case when x.point_id <@ (select shared.scope()) then true else false end
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or x.person_id = (select shared.scope_person()))
            """;

    @Override
    public String code() {
        return "below-least";
    }

    @Override
    public int place() {
        return 82;
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
        return List.of(Column.DAY, Column.AMOUNT, Column.OTHER);
    }
}
