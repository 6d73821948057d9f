package org.dongvon.supervision.meeting;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.web.DayMinutesPart;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The sessions that were counted on the days of a close: team, cash, meeting and score, for the minutes of the day. */
@Component
class SessionsOfDay implements DayMinutesPart {

    private static final String SESSIONS = """
            select s.id, s.held_on, p.name, p.direct, l.full_name as leader, t.full_name as teller, c.full_name as controller,
                   coalesce(k.expected, 0) as expected, coalesce(k.counted, 0) as counted, k.reason, m.signed_on, g.points, g.class
              from session.v_session s
              join organisation.v_point_card p on p.id = s.point_id
              left join organisation.v_staff l on l.id = s.leader_id
              left join organisation.v_staff t on t.id = s.teller_id
              left join organisation.v_staff c on c.id = s.controller_id
              left join session.v_counted k on k.session_id = s.id
              left join supervision.v_meeting m on m.session_id = s.id
              left join supervision.v_session_score g on g.session_id = s.id
             where s.office_id = :office and s.state = 'CLOSED' and s.counted_on between :from and :to
             order by s.held_on, p.direct, p.code
            """;

    private final JdbcClient db;

    SessionsOfDay(JdbcClient db) {
        this.db = db;
    }

    @Override
    public int place() {
        return 10;
    }

    @Override
    public String template() {
        return "supervision/meeting/day";
    }

    @Override
    public Object load(long officeId, LocalDate from, LocalDate to) {
        return db.sql(SESSIONS)
                .param("office", officeId)
                .param("from", from)
                .param("to", to)
                .query((row, n) -> new Held(
                        row.getLong("id"),
                        row.getObject("held_on", LocalDate.class),
                        row.getString("name"),
                        new Team(row.getString("leader"), row.getString("teller"), row.getString("controller")),
                        new Cash(
                                new Dong(row.getLong("expected")),
                                new Dong(row.getLong("counted")),
                                row.getString("reason")),
                        row.getBoolean("direct")
                                ? null
                                : new Judged(
                                        row.getObject("signed_on", LocalDate.class),
                                        row.getObject("points", Integer.class),
                                        row.getString("class"))))
                .list();
    }

    /** A session; the counter at the office holds no meeting and has no score. */
    record Held(
            long id,
            LocalDate heldOn,
            String point,
            Team team,
            Cash cash,
            @Nullable Judged judged) {}

    /** By name; none of somebody who is not in the register of staff. */
    record Team(
            @Nullable String leader,
            @Nullable String teller,
            @Nullable String controller) {}

    /** The book's cash beside the cash counted. */
    record Cash(Dong expected, Dong counted, @Nullable String reason) {

        public Dong gap() {
            return counted.minus(expected);
        }
    }

    /** When the minutes of the meeting were signed, and the score in hundredths. */
    record Judged(
            @Nullable LocalDate signedOn,
            @Nullable Integer points,
            @Nullable String ratingClass) {}
}
