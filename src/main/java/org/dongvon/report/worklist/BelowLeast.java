package org.dongvon.report.worklist;

import java.util.List;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** Members who deposited less in the last full month than the convention of their group says (gửi dưới mức quy ước). */
@Component
class BelowLeast implements WorkList {

    private static final String FINDING = """
            select m.id, s.until - 1 as on_day, d.amount, c.saving_least as other
              from (select date_trunc('month', cast(:day as date) - interval '1 month')::date as since,
                           date_trunc('month', cast(:day as date))::date as until) s
              join "group".v_member m on m.left_on is null and m.joined_on < s.since
              join "group".v_credit_group g on g.id = m.group_id
              cross join lateral (
                   select l.saving_least from savings.v_least l
                    where l.group_id = m.group_id and l.valid_from <= s.since
                    order by l.valid_from desc
                    limit 1) c
              join savings.v_account a on a.member_id = m.id and a.closed_on is null
              cross join lateral (
                   select coalesce(sum(x.amount), 0)::bigint as amount from savings.v_deposited x
                    where x.account_id = a.id and x.value_date >= s.since and x.value_date < s.until) d
             where d.amount < c.saving_least
               and case when a.point_id <@ (select shared.scope()) then true else false end
               and ((select shared.scope_association()) is null or g.association = (select shared.scope_association()))
               and ((select shared.scope_group()) is null or g.id = (select shared.scope_group()))
               and ((select shared.scope_person()) is null or m.person_id = (select shared.scope_person()))
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
