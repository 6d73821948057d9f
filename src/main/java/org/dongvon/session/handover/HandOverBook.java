package org.dongvon.session.handover;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.handover.HandOver.Way;
import org.dongvon.shared.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps hand-overs of cash, and how each ended. */
@Repository
class HandOverBook {

    private static final String GIVE = """
            insert into session.hand_over (point_id, office_id, day, from_session, to_session, notes, amount, given_by, journal_id)
            values (:point, :office, :day, :from, :to, cast(:notes as integer[]), :amount, :by, :journal)
            returning id
            """;

    private static final String GET = """
            select h.id, h.office_id, h.day, h.from_session, h.to_session, h.amount, h.given_by
              from session.hand_over h
             where h.id = :id and h.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    // Whoever comes second finds it ended.
    private static final String END = """
            insert into session.hand_over_end (hand_over_id, point_id, given_by, outcome, ended_by, journal_id)
            values (:id, :point, :giver, :outcome, :by, :journal)
                on conflict (hand_over_id) do nothing
            """;

    private final JdbcClient db;

    HandOverBook(JdbcClient db) {
        this.db = db;
    }

    long give(CashSide from, Way way, CashCount count, Signed signed) {
        return db.sql(GIVE)
                .param("point", from.pointId())
                .param("office", from.officeId())
                .param("day", signed.day())
                .param("from", way.from())
                .param("to", way.to())
                .param("notes", count.inOrder())
                .param("amount", count.total().amount())
                .param("by", signed.by())
                .param("journal", signed.journalId())
                .query(Long.class)
                .single();
    }

    HandOver get(long id) {
        return db.sql(GET)
                .param("id", id)
                .query((row, n) -> handOver(row))
                .optional()
                .orElseThrow(() -> new Refused(SessionRefusal.UNKNOWN_HAND_OVER, Long.toString(id)));
    }

    private static HandOver handOver(ResultSet row) throws SQLException {
        return new HandOver(
                row.getLong("id"),
                row.getLong("office_id"),
                row.getObject("day", LocalDate.class),
                new Way(row.getObject("from_session", Long.class), row.getObject("to_session", Long.class)),
                new Dong(row.getLong("amount")),
                row.getLong("given_by"));
    }

    void end(HandOver given, CashSide side, Outcome outcome, Signed signed) {
        int ended = db.sql(END)
                .param("id", given.id())
                .param("point", side.pointId())
                .param("giver", given.givenBy())
                .param("outcome", outcome.name())
                .param("by", signed.by())
                .param("journal", signed.journalId())
                .update();
        if (ended != 1) {
            throw new Refused(SessionRefusal.HAND_OVER_ENDED);
        }
    }

    /** What the second signature says. */
    enum Outcome {
        TAKEN,
        BACK
    }

    /** Who signed, on which day, and the voucher that books it. */
    record Signed(long by, LocalDate day, long journalId) {}
}
