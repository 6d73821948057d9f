package org.dongvon.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.RoundTrip;
import org.dongvon.shared.RoundTrips;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds, locks and writes sessions, their postings and their cash boxes. */
@Repository
public class Sessions {

    private static final String GET = """
            select id, point_id, office_id, held_on, state, leader_id, teller_id, controller_id
              from session.session
             where id = :id and point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    // Shared by the postings of the session; the close waits for them.
    private static final String HOLD = """
            select id, point_id, office_id, held_on, state, leader_id, teller_id, controller_id
              from session.session
             where id = :id and point_id <@ (select shared.scope()) and not (select shared.narrowed())
               for key share
            """;

    private static final String LOCK = """
            select id, point_id, office_id, held_on, state, leader_id, teller_id, controller_id
              from session.session
             where id = :id and point_id <@ (select shared.scope()) and not (select shared.narrowed())
               for update
            """;

    private static final String ON_DAY = """
            select id, point_id, office_id, held_on, state, leader_id, teller_id, controller_id
              from session.session
             where office_id = :office and held_on = :day
             order by point_id
            """;

    private static final String POST = """
            with boxed as (
                update session.cash_box set balance = balance + :cash where session_id = :session and balance + :cash >= 0
                returning session_id, point_id)
            insert into session.posting (journal_id, session_id, point_id, group_id, kind, lines, cash)
            select :journal, session_id, point_id, cast(:group as bigint), :kind, :lines, :cash from boxed
            """;

    private static final String CASH = """
            select balance from session.cash_box where session_id = :session
            """;

    private static final RowMapper<TransactionSession> SESSION = (row, n) -> session(row);

    private final JdbcClient db;
    private final RoundTrips trips;

    Sessions(JdbcClient db, RoundTrips trips) {
        this.db = db;
        this.trips = trips;
    }

    private static TransactionSession session(ResultSet row) throws SQLException {
        return new TransactionSession(
                row.getLong("id"),
                row.getLong("point_id"),
                row.getLong("office_id"),
                row.getObject("held_on", LocalDate.class),
                TransactionSession.State.valueOf(row.getString("state")),
                new TransactionSession.Team(
                        row.getLong("leader_id"), row.getLong("teller_id"), row.getLong("controller_id")));
    }

    /**
     * The session of an identifier, without a lock.
     *
     * @throws Refused {@link SessionRefusal#UNKNOWN_SESSION} when there is none in scope
     */
    public TransactionSession get(long id) {
        return ask(GET, id);
    }

    /** Held against its close until the transaction ends. */
    public TransactionSession hold(long id) {
        return ask(HOLD, id);
    }

    /** Likewise, among other statements of one journey. */
    public RoundTrip.Answer<TransactionSession> hold(RoundTrip trip, long id) {
        return trip.query(
                        HOLD,
                        new MapSqlParameterSource("id", id),
                        row -> row.next() ? Optional.of(session(row)) : Optional.<TransactionSession>empty())
                .map(session -> orRefuse(session, id));
    }

    /** Locked against postings until the transaction ends: for its close. */
    public TransactionSession lock(long id) {
        return ask(LOCK, id);
    }

    private TransactionSession ask(String sql, long id) {
        return orRefuse(db.sql(sql).param("id", id).query(SESSION).optional(), id);
    }

    private static TransactionSession orRefuse(Optional<TransactionSession> session, long id) {
        return session.orElseThrow(() -> new Refused(SessionRefusal.UNKNOWN_SESSION, id));
    }

    /** The sessions of an office on a day. */
    public List<TransactionSession> on(long officeId, LocalDate day) {
        return db.sql(ON_DAY)
                .param("office", officeId)
                .param("day", day)
                .query(SESSION)
                .list();
    }

    /** The book's cash of a session's teller. */
    public Optional<Dong> cash(long sessionId) {
        return db.sql(CASH)
                .param("session", sessionId)
                .query(Long.class)
                .optional()
                .map(Dong::new);
    }

    /**
     * Records what a journal did in the session and to its cash box, which is locked from here on.
     *
     * @throws Refused {@link SessionRefusal#CASH_TOO_LOW} when more is paid out than the box holds
     */
    public void post(TransactionSession session, Posting posting) {
        var trip = trips.begin();
        post(trip, session, posting);
        trip.send();
    }

    /** Likewise, among other statements of one journey, whose end brings the refusal. */
    public void post(RoundTrip trip, TransactionSession session, Posting posting) {
        var parameters = new MapSqlParameterSource("session", session.id())
                .addValue("journal", posting.journalId())
                .addValue("group", posting.groupId())
                .addValue("kind", posting.kind().name())
                .addValue("lines", (short) posting.lines())
                .addValue("cash", posting.cash().amount());
        trip.update(POST, parameters, written -> requireCash(written, session, posting));
    }

    private void requireCash(int written, TransactionSession session, Posting posting) {
        if (written != 1) {
            throw new Refused(
                    SessionRefusal.CASH_TOO_LOW,
                    Dong.ZERO.minus(posting.cash()),
                    cash(session.id()).orElse(Dong.ZERO));
        }
    }

    /** What one journal did in a session; {@code cash} is into the teller's box, negative out of it. */
    public record Posting(long journalId, @Nullable Long groupId, Kind kind, int lines, Dong cash) {}

    /** Why a journal was written in a session. */
    public enum Kind {
        FLOAT,
        SHEET,
        COUNTER,
        WITHDRAWAL,
        TERM_OPENED,
        TERM_PAID,
        REFUND,
        DISBURSEMENT,
        FEE,
        REVERSAL,
        DIFFERENCE,
        RETURN,
        /** Given to another teller or the vault. */
        HAND_OVER,
        /** Taken from another teller or the vault, or taken back. */
        TAKE_OVER
    }
}
