package org.dongvon.loan.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.timeline.Event;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.timeline.TimelineSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each move of an application, with its reason, and each correction. */
@Component
class ApplicationTimeline implements TimelineSource {

    // Who sees one group does not see the submissions of others: then the day is told without the hour and the name.
    private static final String EVENTS = """
            select m.at, m.day_only, m.who, m.role, m.move, m.reason, m.former, m.amount, m.months, m.every
              from (select coalesce(s.recorded_at, cast(e.happened_on as timestamp) at time zone 'Asia/Ho_Chi_Minh') as at,
                           s.key is null as day_only, w.full_name as who, e.role, e.move, coalesce(e.reason, '') as reason,
                           e.id, null::bigint as former, null::bigint as amount, null::int as months, null::int as every
                      from loan.application_event e
                      left join shared.submission s on s.key = e.submission
                      left join organisation.v_staff w on w.id = s.actor_id
                     where e.application_id = :id
                    union all
                    select coalesce(s.recorded_at, cast(c.happened_on as timestamp) at time zone 'Asia/Ho_Chi_Minh'), s.key is null,
                           w.full_name, c.role, 'CORRECT', c.purpose, c.seq, c.former_amount, c.amount, c.term_months, c.interval_months
                      from loan.application_correction c
                      left join shared.submission s on s.key = c.submission
                      left join organisation.v_staff w on w.id = s.actor_id
                     where c.application_id = :id) m
             where m.at < :before
             order by m.at desc, m.id desc
             fetch first :most rows only
            """;

    private final JdbcClient db;

    ApplicationTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.APPLICATION;
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
        var reason = row.getString("reason");
        var key = "timeline.application." + row.getString("move");
        if (row.getObject("amount") != null) {
            return new Event(
                    Event.when(row),
                    Event.by(row),
                    Event.What.of(key, reason, row.getInt("months"), row.getInt("every")),
                    null,
                    new Event.Change(new Dong(row.getLong("former")), new Dong(row.getLong("amount"))));
        }
        return new Event(Event.when(row), Event.by(row), Event.What.of(key, reason), null, null);
    }
}
