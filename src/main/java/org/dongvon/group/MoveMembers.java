package org.dongvon.group;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Takes members into another group, or out of theirs, as a set. The member stays the same, so loans, deposits and
 * applications follow by themselves (ADR 34); no total moves, because totals know the association and not the group.
 *
 * <p>It writes what was decided; whether it may be is checked by whoever decides.
 */
@Repository
public class MoveMembers {

    private static final String END = """
            update "group".membership set to_on = :day where member_id = any (:members) and to_on is null
            """;

    // Moved twice on one day, the member was in the last group only.
    private static final String BEGIN = """
            insert into "group".membership (member_id, point_id, group_id, from_on)
            select m.id, m.point_id, :to, :day
              from "group".member m
             where m.id = any (:members)
                on conflict (member_id, from_on) do update
               set group_id = excluded.group_id, to_on = null
            """;

    private static final String MOVE = """
            with base as (
                select coalesce(max(ordinal), 0) as last from "group".member where group_id = :to and left_on is null),
            chosen as (
                select m.id, row_number() over (order by m.group_id, m.ordinal) as place
                  from "group".member m
                 where m.id = any (:members))
            update "group".member m
               set group_id = :to, ordinal = (base.last + chosen.place)::smallint, office_held = null
              from base, chosen
             where m.id = chosen.id
            """;

    private static final String LEAVE = """
            update "group".member set left_on = :day, office_held = null where id = any (:members) and left_on is null
            """;

    private final JdbcClient db;
    private final List<FollowsMembers> followers;

    MoveMembers(JdbcClient db, List<FollowsMembers> followers) {
        this.db = db;
        this.followers = followers;
    }

    /** Into another group of the same point and association, from a day on; they get the next numbers of its list. */
    public void into(long groupId, Collection<Long> members, LocalDate day) {
        var ids = members.toArray(Long[]::new);
        end(ids, day);
        db.sql(BEGIN)
                .param("members", ids)
                .param("to", groupId)
                .param("day", day)
                .update();
        db.sql(MOVE).param("members", ids).param("to", groupId).update();
    }

    /** Out of the group, from a day on. */
    public void out(Collection<Long> members, LocalDate day) {
        var ids = members.toArray(Long[]::new);
        end(ids, day);
        db.sql(LEAVE).param("members", ids).param("day", day).update();
        followers.forEach(each -> each.left(members, day));
    }

    private void end(Long[] ids, LocalDate day) {
        db.sql(END).param("members", ids).param("day", day).update();
    }
}
