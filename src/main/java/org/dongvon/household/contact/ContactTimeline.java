package org.dongvon.household.contact;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.dongvon.household.PhoneNumber;
import org.dongvon.shared.timeline.Event;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.timeline.TimelineSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When a person agreed to messages, and when they ended them. */
@Component
class ContactTimeline implements TimelineSource {

    private static final String OF_PERSON = """
            select s.recorded_at as at, false as day_only, w.full_name as who, s.role, c.consent, c.last3, c.signed_on
              from household.contact c
              join shared.submission s on s.key = c.submission
              left join organisation.v_staff w on w.id = s.actor_id
             where c.person_id = :id and s.recorded_at < :before and c.point_id <@ (select shared.scope())
             order by at desc
             fetch first :most rows with ties
            """;

    private final JdbcClient db;

    ContactTimeline(JdbcClient db) {
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
        return new Event(
                Event.when(row),
                Event.by(row),
                Event.What.of(
                        row.getBoolean("consent") ? "timeline.person.CONSENT_GIVEN" : "timeline.person.CONSENT_ENDED",
                        PhoneNumber.masked(row.getString("last3")),
                        row.getObject("signed_on", LocalDate.class)),
                null,
                null);
    }
}
