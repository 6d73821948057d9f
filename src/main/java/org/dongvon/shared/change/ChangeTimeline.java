package org.dongvon.shared.change;

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

/** What was asked for about a record and what a second person decided, for the kinds of change that say whose it is. */
@Component
class ChangeTimeline implements TimelineSource {

    // The subject is the record's name, alone or before a colon; without a name, every record of the kind.
    private static final String EVENTS = """
            select e.at, false as day_only, e.role, e.state, r.id, r.number, r.kind,
                   case when e.account = r.maker_account then r.maker_name else coalesce(r.checker_name, r.maker_name) end as who
              from shared.change_request r
              join shared.change_event e on e.request_id = r.id
             where r.kind = any (:kinds) and (:name = '' or :name in (r.subject, split_part(r.subject, ':', 1)))
               and e.at < :before and %s
             order by e.at desc
             fetch first :most rows with ties
            """.formatted(ChangeBook.IN_READERS_SCOPE);

    private final ChangeKinds kinds;
    private final JdbcClient db;

    ChangeTimeline(ChangeKinds kinds, JdbcClient db) {
        this.kinds = kinds;
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kinds.all().stream().anyMatch(each -> each.historyOf() == kind);
    }

    @Override
    public List<Event> of(Subject subject, Instant before, int most) {
        return db.sql(EVENTS)
                .param(
                        "kinds",
                        kinds.all().stream()
                                .filter(each -> each.historyOf() == subject.kind())
                                .map(ChangeKind::name)
                                .toArray(String[]::new))
                .param("name", subject.name())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        return new Event(
                Event.when(row),
                Event.by(row),
                Event.What.of(
                        "timeline.change." + row.getString("state"),
                        new MessageKey("change.kind." + row.getString("kind"))),
                new Event.Link(row.getString("number"), "/approvals/" + id),
                null);
    }
}
