package org.dongvon.session;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Why a journal of a session takes another back: it stands on the voucher and, blinded, in the sealed book. */
@Repository
public class ReversalReasons {

    /** The most letters of a reason. */
    public static final int LONGEST = 300;

    private static final String PUT = """
            insert into session.reversal (journal_id, point_id, reason) values (:journal, :point, :reason)
            """;

    private final JdbcClient db;

    ReversalReasons(JdbcClient db) {
        this.db = db;
    }

    /** Keeps the reason of a reversing journal; it is not empty. */
    public void put(long journalId, long pointId, String reason) {
        db.sql(PUT)
                .param("journal", journalId)
                .param("point", pointId)
                .param("reason", reason)
                .update();
    }
}
