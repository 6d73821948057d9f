package org.dongvon.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dongvon.shared.timeline.Event;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.timeline.TimelineSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A journal was written, and perhaps taken back by another. */
@Component
class JournalTimeline implements TimelineSource {

    private static final String EVENTS = """
            select s.recorded_at as at, false as day_only, w.full_name as who, s.role, j.id, j.voucher, j.business_date,
                   u.code as point, case j.id when :id then 'POSTED' else 'REVERSED' end as what
              from ledger.journal j
              join shared.submission s on s.key = j.submission
              join organisation.unit u on u.id = j.point_id
              left join organisation.v_staff w on w.id = s.actor_id
             where (j.id = :id or j.reverses = :id) and s.recorded_at < :before
             order by s.recorded_at desc
             fetch first :most rows with ties
            """;

    private final JdbcClient db;

    JournalTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.JOURNAL;
    }

    @Override
    public List<Event> of(Subject subject, Instant before, int most) {
        return db.sql(EVENTS)
                .param("id", subject.id())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        var day = row.getObject("business_date", LocalDate.class);
        var number = VoucherNumber.of(row.getString("point"), day, row.getInt("voucher"));
        return new Event(
                Event.when(row),
                Event.by(row),
                Event.What.of("timeline.journal." + row.getString("what"), day),
                new Event.Link(number.toString(), "/journals/" + row.getLong("id")),
                null);
    }
}
