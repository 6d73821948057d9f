package org.dongvon.session.closing;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.TransactionSession;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * What group heads took for a session and nobody has counted: shown to whoever closes it, and kept with the close. It stops
 * no close, since an absent head cannot be counted; her debt stays hers by name and age.
 */
@Repository
class LeftWithHeads {

    // Of an open session what is open now; of a closed one what was kept.
    private static final String READ = """
            with held as (
                select p.group_id, count(*)::int as lines, count(p.hand_in_id)::int as handed_in,
                       sum(p.interest)::bigint as interest, sum(p.saving)::bigint as saving, min(p.taken_on) as since
                  from session.v_provisional p
                 where :open and p.point_id = :point and p.session_on <= :day
                 group by p.group_id
                 union all
                select l.group_id, l.lines, l.handed_in, l.interest, l.saving, null
                  from session.provisional_left l
                 where not :open and l.session_id = :session)
            select h.*, g.code, g.name, g.head, g.head_id
              from held h
              join "group".v_group_card g on g.id = h.group_id
             order by g.code
            """;

    private static final String KEEP = """
            insert into session.provisional_left (session_id, group_id, point_id, lines, handed_in, interest, saving)
            select :session, p.group_id, :point, count(*), count(p.hand_in_id), sum(p.interest), sum(p.saving)
              from session.v_provisional p
             where p.point_id = :point and p.session_on <= :day
             group by p.group_id
            """;

    private final JdbcClient db;

    LeftWithHeads(JdbcClient db) {
        this.db = db;
    }

    List<Left> of(TransactionSession session) {
        return db.sql(READ)
                .param("open", session.state() == TransactionSession.State.OPEN)
                .param("session", session.id())
                .param("point", session.pointId())
                .param("day", session.heldOn())
                .query((row, n) -> new Left(
                        new Group(
                                row.getLong("group_id"),
                                row.getString("code"),
                                row.getString("name"),
                                row.getString("head"),
                                row.getObject("head_id", Long.class)),
                        row.getInt("lines"),
                        row.getInt("handed_in"),
                        new Dong(row.getLong("interest")).plus(new Dong(row.getLong("saving"))),
                        row.getObject("since", LocalDate.class)))
                .list();
    }

    /** Keeps what is open now with the close of the session. */
    void keep(TransactionSession session) {
        db.sql(KEEP)
                .param("session", session.id())
                .param("point", session.pointId())
                .param("day", session.heldOn())
                .update();
    }

    /** One group's uncounted money; {@code since} while its session is open. */
    record Left(
            Group group,
            int lines,
            int handedIn,
            Dong amount,
            @Nullable LocalDate since) {}

    /** The group, and its head of today. */
    record Group(
            long id,
            String code,
            String name,
            @Nullable String head,
            @Nullable Long headId) {}
}
