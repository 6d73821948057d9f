package org.dongvon.group;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.dongvon.shared.timeline.Event;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.timeline.TimelineSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A group was formed, members joined and left, it was closed; of a person, the groups joined and left. */
@Component
class GroupTimeline implements TimelineSource {

    private static final String OF_GROUP = """
            select cast(e.day as timestamp) at time zone 'Asia/Ho_Chi_Minh' as at, true as day_only, null as who, null as role,
                   e.what, count(*)::int as members, null as code
              from (select 'FORMED' as what, formed_on as day from "group".credit_group where id = :id
                    union all
                    select 'CLOSED', closed_on from "group".credit_group where id = :id
                    union all
                    select 'JOINED', from_on from "group".membership where group_id = :id and (to_on is null or to_on > from_on)
                    union all
                    select 'LEFT', to_on from "group".membership where group_id = :id and to_on > from_on) e
             where cast(e.day as timestamp) at time zone 'Asia/Ho_Chi_Minh' < :before
             group by e.what, e.day
             order by at desc
             fetch first :most rows with ties
            """;

    private static final String OF_PERSON = """
            select cast(d.day as timestamp) at time zone 'Asia/Ho_Chi_Minh' as at, true as day_only, null as who, null as role,
                   d.what, 1 as members, g.code
              from "group".member m
              join "group".membership s on s.member_id = m.id and (s.to_on is null or s.to_on > s.from_on)
              join "group".credit_group g on g.id = s.group_id
              cross join lateral (values ('GROUP_JOINED', s.from_on), ('GROUP_LEFT', s.to_on)) d (what, day)
             where m.person_id = :id and cast(d.day as timestamp) at time zone 'Asia/Ho_Chi_Minh' < :before
             order by at desc
             fetch first :most rows with ties
            """;

    private final JdbcClient db;

    GroupTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.GROUP || kind == Subject.Kind.PERSON;
    }

    @Override
    public List<Event> of(Subject subject, Instant before, int most) {
        boolean group = subject.kind() == Subject.Kind.GROUP;
        return db.sql(group ? OF_GROUP : OF_PERSON)
                .param("id", subject.id())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> event(row, group ? "timeline.group." : "timeline.person."))
                .list();
    }

    private static Event event(ResultSet row, String prefix) throws SQLException {
        var code = row.getString("code");
        return new Event(
                Event.when(row),
                null,
                Event.What.of(prefix + row.getString("what"), row.getInt("members")),
                code == null ? null : new Event.Link(code, "/groups/" + code),
                null);
    }
}
