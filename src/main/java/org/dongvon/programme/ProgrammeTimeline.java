package org.dongvon.programme;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.shared.timeline.Event;
import org.dongvon.shared.timeline.Subject;
import org.dongvon.shared.timeline.TimelineSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Of a programme, each rate that came into force, by which document, and what was asked for and decided about its rates. */
@Component
class ProgrammeTimeline implements TimelineSource {

    private static final String EVENTS = """
            with series as (
                select s.id, s.code
                  from programme.rate_series s
                  join programme.programme p on p.id = s.programme_id
                 where p.code = :name),
            rated as (
                select cast(c.valid_from as timestamp) at time zone 'Asia/Ho_Chi_Minh' as at, s.code, c.in_term,
                       lag(c.in_term) over (partition by c.series_id order by c.valid_from) as former,
                       d.code as document, d.number
                  from programme.rate_change c
                  join series s on s.id = c.series_id
                  left join document.document d on d.id = c.document_id),
            told as (
                select at, true as day_only, null as who, null as role, 'IN_FORCE' as what, code, in_term, former, document, number
                  from rated
                 union all
                select e.at, false,
                       case when e.account = r.maker_account then r.maker_name else coalesce(r.checker_name, r.maker_name) end,
                       e.role, e.state, s.code, null, null, cast(r.id as text), r.number
                  from shared.change_request r
                  join shared.change_event e on e.request_id = r.id
                  join series s on s.code = split_part(r.subject, ':', 1)
                 where r.kind = 'programme.rate')
            select at, day_only, who, role, what, code, in_term, former, document, number
              from told
             where at < :before
             order by at desc
             fetch first :most rows with ties
            """;

    private final JdbcClient db;

    ProgrammeTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.PROGRAMME;
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
        boolean rated = row.getBoolean("day_only");
        var number = row.getString("number");
        return new Event(
                Event.when(row),
                Event.by(row),
                Event.What.of("timeline.rate." + row.getString("what"), row.getString("code")),
                number == null
                        ? null
                        : new Event.Link(number, (rated ? "/documents/" : "/approvals/") + row.getString("document")),
                rated && row.getObject("former") != null
                        ? new Event.Change(
                                new AnnualRate(row.getLong("former")), new AnnualRate(row.getLong("in_term")))
                        : null);
    }
}
