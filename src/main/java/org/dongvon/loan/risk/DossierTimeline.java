package org.dongvon.loan.risk;

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

/** Of a dossier: who wrote it, each paper and each minutes, and each move with its reason. */
@Component
class DossierTimeline implements TimelineSource {

    // Who sees one group does not see the submissions of others: then the day is told without the hour and the name.
    private static final String EVENTS = """
            select m.at, m.day_only, m.who, m.role, m.what, m.word
              from (select coalesce(s.recorded_at, cast(e.day as timestamp) at time zone 'Asia/Ho_Chi_Minh') as at,
                           s.key is null as day_only, w.full_name as who, coalesce(e.role, s.role) as role, e.what,
                           coalesce(e.word, '') as word, e.place
                      from (select 0 as place, 'WRITTEN' as what, d.written_on as day, d.submission, null as role, null as word
                              from loan.risk_dossier d where d.id = :id
                            union all
                            select 1, 'EVIDENCE', p.issued_on, p.submission, null, p.number || ', ' || p.issuer
                              from loan.risk_evidence p where p.dossier_id = :id
                            union all
                            select 2, 'MINUTES', n.held_on, n.submission, null, n.proposal
                              from loan.risk_minutes n where n.dossier_id = :id
                            union all
                            select 3, x.move, x.happened_on, x.submission, x.role, coalesce(x.round, x.reason)
                              from loan.risk_event x where x.dossier_id = :id) e
                      left join shared.submission s on s.key = e.submission
                      left join organisation.v_staff w on w.id = s.actor_id) m
             where m.at < :before
             order by m.at desc, m.place desc
             fetch first :most rows with ties
            """;

    private final JdbcClient db;

    DossierTimeline(JdbcClient db) {
        this.db = db;
    }

    @Override
    public boolean tellsOf(Subject.Kind kind) {
        return kind == Subject.Kind.DOSSIER;
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
        var key = "timeline.risk." + row.getString("what");
        return new Event(Event.when(row), Event.by(row), Event.What.of(key, row.getString("word")), null, null);
    }
}
