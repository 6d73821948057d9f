package org.dongvon.household.members;

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

/** Members came and went, the head changed, a 01/UQ was made; of a person, what of it concerns them. */
@Component
class HouseholdTimeline implements TimelineSource {

    // Where processing is restricted the history of a household does not say who.
    private static final String EVENTS = """
            select s.recorded_at as at, false as day_only, w.full_name as who, s.role, x.what, x.day,
                   case when p.restricted and not :alone then '–' else p.full_name end as name
              from (select e.submission, e.person_id, e.happened_on as day,
                           e.kind || case when e.kind = 'LEFT' then '_' || e.cause else '' end as what
                      from household.member_event e
                     where case when :alone then e.person_id = :id else e.household_id = :id end
                    union all
                    select a.submission, a.person_id, a.agreed_on, 'AUTHORISED_' || a.ground
                      from household.authorisation a
                     where case when :alone then a.person_id = :id else a.household_id = :id end) x
              join household.person p on p.id = x.person_id
              join shared.submission s on s.key = x.submission
              left join organisation.v_staff w on w.id = s.actor_id
             where s.recorded_at < :before
             order by at desc
             fetch first :most rows with ties
            """;

    private final JdbcClient db;

    HouseholdTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.HOUSEHOLD || kind == Subject.Kind.PERSON;
    }

    @Override
    public List<Event> of(Subject subject, Instant before, int most) {
        return db.sql(EVENTS)
                .param("id", subject.id())
                .param("alone", subject.kind() == Subject.Kind.PERSON)
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        var what = Event.What.of(
                "timeline.household." + row.getString("what"),
                row.getString("name"),
                row.getObject("day", LocalDate.class));
        return new Event(Event.when(row), Event.by(row), what, null, null);
    }
}
