package org.dongvon.session.closing;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.TransactionSession;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Stores counts of cash and the close of a session. */
@Repository
class CashCounts {

    private static final String COUNT = """
            insert into session.cash_count (session_id, point_id, attempt, denomination, notes)
            select :session, :point,
                   1 + coalesce((select max(attempt) from session.cash_count where session_id = :session), 0), c.denomination, c.notes
              from unnest(cast(:denominations as integer[]), cast(:notes as integer[])) as c (denomination, notes)
            """;

    private static final String DIFFERENCE = """
            insert into session.cash_difference (session_id, point_id, attempt, expected, counted, reason)
            select :session, :point, max(attempt), :expected, :counted, nullif(:reason, '')
              from session.cash_count
             where session_id = :session
            """;

    private static final String CLOSE = """
            update session.session
               set state = 'CLOSED', closed_by = :controller, closed_at = transaction_timestamp(),
                   carried_to = nullif(cast(:today as date), held_on)
             where id = :session and state = 'OPEN'
            """;

    private final JdbcClient db;

    CashCounts(JdbcClient db) {
        this.db = db;
    }

    void record(TransactionSession session, CashCount count, Dong expected, String reason) {
        db.sql(COUNT)
                .param("session", session.id())
                .param("point", session.pointId())
                .param("denominations", CashCount.DENOMINATIONS.toArray(Integer[]::new))
                .param("notes", count.inOrder())
                .update();
        db.sql(DIFFERENCE)
                .param("session", session.id())
                .param("point", session.pointId())
                .param("expected", expected.amount())
                .param("counted", count.total().amount())
                .param("reason", reason)
                .update();
    }

    void close(TransactionSession session, long controllerId, LocalDate today) {
        db.sql(CLOSE)
                .param("session", session.id())
                .param("controller", controllerId)
                .param("today", today)
                .update();
    }
}
