package org.dongvon.session.sync;

import org.dongvon.session.FieldRefusal;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whether something of a session is still in the field or on the desk. */
@Repository
public class FieldDays {

    private static final String STANDING = """
            select (select count(*) from session.field_checkout c where c.session_id = :session and c.state = 'OUT') as out,
                   (select count(*) from session.field_conflict f where f.session_id = :session and f.posted is null) as open
            """;

    private final JdbcClient db;

    FieldDays(JdbcClient db) {
        this.db = db;
    }

    /** Whether the session must be carried over the close of the day. */
    public boolean isAway(long sessionId) {
        var standing = standing(sessionId);
        return standing.out() > 0 || standing.open() > 0;
    }

    /**
     * Everything that devices recorded is in the books or settled.
     *
     * @throws Refused {@link FieldRefusal#FIELD_NOT_HANDED_IN}, {@link FieldRefusal#FIELD_CONFLICTS_OPEN}
     */
    public void requireHandedIn(TransactionSession session) {
        var standing = standing(session.id());
        if (standing.out() > 0) {
            throw new Refused(FieldRefusal.FIELD_NOT_HANDED_IN, standing.out());
        }
        if (standing.open() > 0) {
            throw new Refused(FieldRefusal.FIELD_CONFLICTS_OPEN, standing.open());
        }
    }

    private Standing standing(long sessionId) {
        return db.sql(STANDING)
                .param("session", sessionId)
                .query((row, n) -> new Standing(row.getInt("out"), row.getInt("open")))
                .single();
    }

    private record Standing(int out, int open) {}
}
