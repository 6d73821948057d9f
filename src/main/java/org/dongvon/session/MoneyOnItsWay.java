package org.dongvon.session;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.dongvon.group.FollowsMembers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Money of members that is on its way: a head took it and it is not counted, or it was counted in a session that is not
 * closed. Until then the member stays where that money was taken.
 */
@Component
class MoneyOnItsWay implements FollowsMembers {

    private static final String PENDING = """
            select v.member_id, 'WITH_HEAD' as place, v.taken_on as day
              from session.v_provisional v
             where v.member_id = any (:members)
            union all
            select x.member_id, 'IN_SESSION', s.held_on
              from "group".v_member m
              join session.session s on s.point_id = m.point_id and s.closed_at is null
              join session.posting p on p.session_id = s.id and p.kind in ('SHEET', 'COUNTER', 'WITHDRAWAL')
              join lateral (select l.member_id
                              from loan.v_line v
                              join loan.v_loan_card l on l.id = v.loan_id
                             where v.journal_id = p.journal_id and l.member_id = m.id
                             union all
                            select d.member_id from savings.v_movement d
                             where d.journal_id = p.journal_id and d.member_id = m.id) x on true
             where m.id = any (:members)
             order by day, member_id
            """;

    private final JdbcClient db;

    MoneyOnItsWay(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<Tie> ties(Collection<Long> memberIds) {
        return List.of();
    }

    @Override
    public List<Pending> pending(Collection<Long> memberIds) {
        return db.sql(PENDING)
                .param("members", memberIds.toArray(Long[]::new))
                .query((row, n) -> new Pending(
                        row.getLong("member_id"),
                        Pending.Where.valueOf(row.getString("place")),
                        row.getObject("day", LocalDate.class)))
                .list();
    }
}
