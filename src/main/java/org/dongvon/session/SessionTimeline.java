package org.dongvon.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.shared.timeline.Event;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.timeline.TimelineSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The vouchers of a session and its close; of a group, the vouchers of its sheets and members. */
@Component
class SessionTimeline implements TimelineSource {

    private static final String OF_SESSION = """
            select s.recorded_at as at, false as day_only, w.full_name as who, s.role, p.kind as what, p.lines::int as lines,
                   abs(p.cash) as cash, j.id as journal, j.voucher, j.business_date, u.code as point
              from session.posting p
              join ledger.v_journal j on j.id = p.journal_id
              join shared.submission s on s.key = j.submission
              join organisation.unit u on u.id = j.point_id
              left join organisation.v_staff w on w.id = s.actor_id
             where p.session_id = :id and s.recorded_at < :before
            union all
            select c.closed_at, false, w.full_name, 'CONTROLLER', 'CLOSED', 0, coalesce(d.counted, 0), null, null, null, null
              from session.session c
              left join session.cash_difference d on d.session_id = c.id
              left join organisation.v_staff w on w.id = c.closed_by
             where c.id = :id and c.closed_at < :before
             order by at desc
             fetch first :most rows with ties
            """;

    private static final String OF_GROUP = """
            select s.recorded_at as at, false as day_only, w.full_name as who, s.role, p.kind as what, p.lines::int as lines,
                   abs(p.cash) as cash, j.id as journal, j.voucher, j.business_date, u.code as point
              from "group".v_credit_group g
              join session.session c on c.point_id = g.point_id
              join session.posting p on p.session_id = c.id and p.group_id = g.id
              join ledger.v_journal j on j.id = p.journal_id
              join shared.submission s on s.key = j.submission
              join organisation.unit u on u.id = j.point_id
              left join organisation.v_staff w on w.id = s.actor_id
             where g.id = :id and s.recorded_at < :before
             order by at desc
             fetch first :most rows with ties
            """;

    private final JdbcClient db;

    SessionTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.SESSION || kind == Subject.Kind.GROUP;
    }

    @Override
    public List<Event> of(Subject subject, Instant before, int most) {
        return db.sql(subject.kind() == Subject.Kind.SESSION ? OF_SESSION : OF_GROUP)
                .param("id", subject.id())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                Event.when(row),
                Event.by(row),
                Event.What.of(
                        "timeline.session." + row.getString("what"),
                        row.getInt("lines"),
                        new Dong(row.getLong("cash"))),
                voucher(row),
                null);
    }

    private static Event.@Nullable Link voucher(ResultSet row) throws SQLException {
        var day = row.getObject("business_date", LocalDate.class);
        if (day == null) {
            return null;
        }
        var number = VoucherNumber.of(row.getString("point"), day, row.getInt("voucher"));
        return new Event.Link(number.toString(), "/vouchers/" + number);
    }
}
