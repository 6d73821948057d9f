package org.dongvon.household.person;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.timeline.Event;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.timeline.TimelineSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Restrictions of a person's data, and whenever their whole identity number was shown or a copy taken. */
@Component
class PersonTimeline implements TimelineSource {

    private static final String RESTRICTIONS = """
            select s.recorded_at as at, false as day_only, w.full_name as who, s.role,
                   case when r.restricted then 'RESTRICTED' else 'LIFTED' end as what, r.reason as purpose
              from household.restriction r
              join shared.submission s on s.key = r.submission
              left join organisation.v_staff w on w.id = s.actor_id
             where r.person_id = :id and s.recorded_at < :before
             order by at desc
             fetch first :most rows with ties
            """;

    private static final String CORRECTIONS = """
            select c.decided_at as at, false as day_only, c.checker_name as who, c.checker_role as role,
                   'CORRECTED' as what, c.maker_name as purpose, c.id, c.number
              from shared.change_request c
             where c.kind = 'household.person' and c.subject = cast(:id as text) and c.state = 'APPROVED'
               and c.decided_at < :before
             order by at desc
             fetch first :most rows with ties
            """;

    private static final String SHOWN = """
            select s.at, false as day_only, w.full_name as who, s.role, s.kind as what, s.purpose
              from household.shown_of_person(:id, :before, :most) f
              join household.seen s on s.id = f.seen_id
              left join organisation.v_staff w on w.id = s.account_id
             order by s.at desc
            """;

    private final JdbcClient db;

    PersonTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.PERSON;
    }

    @Override
    public List<Event> of(Subject subject, Instant before, int most) {
        var restrictions = bound(RESTRICTIONS, subject, before, most)
                .query((row, n) -> event(row, row.getString("purpose")))
                .list();
        var shown = bound(SHOWN, subject, before, most)
                .query((row, n) -> event(row, Purpose.valueOf(row.getString("purpose"))))
                .list();
        var corrections = bound(CORRECTIONS, subject, before, most)
                .query((row, n) -> corrected(row))
                .list();
        return Stream.of(restrictions, shown, corrections).flatMap(List::stream).toList();
    }

    private JdbcClient.StatementSpec bound(String sql, Subject subject, Instant before, int most) {
        return db.sql(sql)
                .param("id", subject.id())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most);
    }

    private static Event corrected(ResultSet row) throws SQLException {
        var event = event(row, row.getString("purpose"));
        long request = row.getLong("id");
        return new Event(
                event.when(),
                event.by(),
                event.what(),
                new Event.Link(row.getString("number"), "/approvals/" + request),
                null);
    }

    private static Event event(ResultSet row, Object fact) throws SQLException {
        return new Event(
                Event.when(row),
                Event.by(row),
                Event.What.of("timeline.person." + row.getString("what"), fact),
                null,
                null);
    }
}
