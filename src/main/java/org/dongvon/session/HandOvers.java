package org.dongvon.session;

import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Hand-overs of cash that hang: given, and neither taken nor taken back. */
@Repository
public class HandOvers {

    private static final String HANGING = """
            select h.amount, u.name
              from session.hand_over h
              join organisation.unit u on u.id = h.point_id
             where h.office_id = :office
               and (cast(:session as bigint) is null or h.from_session = :session or h.to_session = :session)
               and not exists (select from session.hand_over_end e where e.hand_over_id = h.id)
             order by h.id
             limit 1
            """;

    private final JdbcClient db;

    HandOvers(JdbcClient db) {
        this.db = db;
    }

    /**
     * Nothing of a session is on the way, so it may be counted and closed.
     *
     * @throws Refused {@link SessionRefusal#HAND_OVER_HANGS}
     */
    public void requireNoneOf(long officeId, long sessionId) {
        refuse(hanging(officeId, sessionId));
    }

    /**
     * Nothing of an office is on the way, so its day may be closed.
     *
     * @throws Refused {@link SessionRefusal#HAND_OVER_HANGS}
     */
    public void requireNone(long officeId) {
        refuse(hanging(officeId, null));
    }

    private Optional<Refused> hanging(long officeId, @Nullable Long session) {
        return db.sql(HANGING)
                .param("office", officeId)
                .param("session", session)
                .query((row, n) -> new Refused(
                        SessionRefusal.HAND_OVER_HANGS, new Dong(row.getLong("amount")), row.getString("name")))
                .optional();
    }

    private static void refuse(Optional<Refused> hanging) {
        if (hanging.isPresent()) {
            throw hanging.get();
        }
    }
}
