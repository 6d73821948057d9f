package org.dongvon.session;

import java.time.LocalDate;
import org.dongvon.shared.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what stands at the head of every page of a session: where, when, and whose. */
@Repository
public class SessionHeads {

    private static final String HEAD = """
            select s.id, s.point_id, s.office_id, s.held_on, s.state, s.leader_id, s.teller_id, s.controller_id,
                   p.code as point_code, p.name as point_name, p.address, p.direct, p.office_name,
                   l.full_name as leader, t.full_name as teller, c.full_name as controller
              from session.session s
              join organisation.v_point_card p on p.id = s.point_id
              left join organisation.v_staff l on l.id = s.leader_id
              left join organisation.v_staff t on t.id = s.teller_id
              left join organisation.v_staff c on c.id = s.controller_id
             where s.id = :id and s.point_id <@ (select shared.scope()) and not (select shared.narrowed())
            """;

    private final JdbcClient db;

    SessionHeads(JdbcClient db) {
        this.db = db;
    }

    /**
     * The head of a session.
     *
     * @throws Refused {@link SessionRefusal#UNKNOWN_SESSION} when there is none in scope
     */
    public SessionHead get(long id) {
        return db.sql(HEAD)
                .param("id", id)
                .query((row, n) -> new SessionHead(
                        new TransactionSession(
                                row.getLong("id"),
                                row.getLong("point_id"),
                                row.getLong("office_id"),
                                row.getObject("held_on", LocalDate.class),
                                TransactionSession.State.valueOf(row.getString("state")),
                                new TransactionSession.Team(
                                        row.getLong("leader_id"),
                                        row.getLong("teller_id"),
                                        row.getLong("controller_id"))),
                        new Place(
                                row.getString("point_code"),
                                row.getString("point_name"),
                                row.getString("address"),
                                row.getBoolean("direct"),
                                row.getString("office_name")),
                        new TeamNames(
                                name(row.getString("leader")),
                                name(row.getString("teller")),
                                name(row.getString("controller")))))
                .optional()
                .orElseThrow(() -> new Refused(SessionRefusal.UNKNOWN_SESSION, Long.toString(id)));
    }

    private static String name(@Nullable String found) {
        return found == null ? "–" : found;
    }

    /** A session with the names that people know it by. */
    public record SessionHead(TransactionSession session, Place place, TeamNames team) {

        public long id() {
            return session.id();
        }

        public LocalDate day() {
            return session.heldOn();
        }

        public boolean isOpen() {
            return session.state() == TransactionSession.State.OPEN;
        }

        /** Whether this person posts in it, now. */
        public boolean isTeller(long person) {
            return isOpen() && session.team().tellerId() == person;
        }

        /** Whether this person counts and closes it, now. */
        public boolean isController(long person) {
            return isOpen() && session.team().controllerId() == person;
        }
    }

    /** Where it is held. */
    public record Place(String code, String point, String address, boolean isDirect, String office) {}

    /** The team by name; a dash for someone who is not in the register of staff. */
    public record TeamNames(String leader, String teller, String controller) {}
}
