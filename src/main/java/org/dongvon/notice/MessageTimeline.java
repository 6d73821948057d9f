package org.dongvon.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.dongvon.shared.text.MessageKey;
import org.dongvon.shared.timeline.Event;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.timeline.TimelineSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the messages to a person. */
@Component
class MessageTimeline implements TimelineSource {

    private static final String OF_PERSON = """
            select s.at, false as day_only, w.full_name as who, b.role, s.state, m.kind, m.about_on, m.id
              from notice.message m
              join notice.message_step s on s.message_id = m.id and s.state in ('SENT', 'UNSURE', 'GIVEN_UP', 'STOPPED')
              left join shared.submission b on b.key = s.submission
              left join organisation.v_staff w on w.id = b.actor_id
             where m.person_id = :id and s.at < :before and m.point_id <@ (select shared.scope())
             order by s.at desc
             fetch first :most rows with ties
            """;

    private final JdbcClient db;

    MessageTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.PERSON;
    }

    @Override
    public List<Event> of(Subject subject, Instant before, int most) {
        return db.sql(OF_PERSON)
                .param("id", subject.id())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        var id = row.getLong("id");
        return new Event(
                Event.when(row),
                Event.by(row),
                Event.What.of(
                        "timeline.message." + row.getString("state"),
                        new MessageKey("messageKind." + row.getString("kind")),
                        row.getObject("about_on", java.time.LocalDate.class)),
                new Event.Link(Long.toString(id), "/messages/" + id),
                null);
    }
}
