package org.dongvon.identity;

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

/** An account was opened, held roles and lost them. */
@Component
class AccountTimeline implements TimelineSource {

    private static final String EVENTS = """
            with account as (
                select id, created_at, created_by from identity.account where login = :name),
            told as (
                select created_at as at, created_by as by_id, 'OPENED' as what, '' as held, '' as unit from account
                 union all
                select g.recorded_at, g.granted_by, 'GIVEN', g.role, u.name
                  from identity.role_grant g
                  join account on account.id = g.account_id
                  join organisation.unit u on u.id = g.unit_id
                 union all
                select g.ended_at, g.ended_by, 'ENDED', g.role, u.name
                  from identity.role_grant g
                  join account on account.id = g.account_id
                  join organisation.unit u on u.id = g.unit_id
                 where g.ended_at is not null)
            select t.at, false as day_only, b.full_name as who, t.what, t.held, t.unit
              from told t
              left join identity.account b on b.id = t.by_id
             where t.at < :before
             order by t.at desc
             fetch first :most rows with ties
            """;

    private final JdbcClient db;

    AccountTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.ACCOUNT;
    }

    @Override
    public List<Event> of(Subject subject, Instant before, int most) {
        return db.sql(EVENTS)
                .param("name", subject.name())
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> event(row))
                .list();
    }

    private static Event event(ResultSet row) throws SQLException {
        var who = row.getString("who");
        var what = "timeline.account." + row.getString("what");
        var role = row.getString("held");
        return new Event(
                Event.when(row),
                who == null ? null : new Event.By(who, null),
                role.isEmpty()
                        ? Event.What.of(what)
                        : Event.What.of(what, new MessageKey("role." + role), row.getString("unit")),
                null,
                null);
    }
}
