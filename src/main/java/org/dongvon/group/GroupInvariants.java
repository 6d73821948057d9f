package org.dongvon.group;

import java.util.List;
import org.dongvon.shared.Invariant;
import org.dongvon.shared.Invariants;
import org.springframework.stereotype.Component;

/** What always holds between members and the groups they were in by date. */
@Component
class GroupInvariants implements Invariants {

    private static final String MEMBERS_ARE_WHERE_THEIR_DATES_SAY = """
            select count(*) as checked, count(*) filter (where b.broken) as broken, min(b.what) filter (where b.broken) as first
              from (select s.group_id is distinct from case when m.left_on is null then m.group_id end as broken,
                           format('member %s: in group %s, by date in %s', m.id, m.group_id, coalesce(s.group_id::text, 'none')) as what
                      from "group".member m
                      left join "group".membership s on s.member_id = m.id and s.to_on is null) b
            """;

    @Override
    public List<Invariant> all() {
        return List.of(new Invariant("group.members-are-where-their-dates-say", MEMBERS_ARE_WHERE_THEIR_DATES_SAY));
    }
}
