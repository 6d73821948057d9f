package org.dongvon.supervision.score;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Scores the sessions that were counted on a day when it closes, in one statement. Points are hundredths: weight × 100 ×
 * reached ÷ out of, HALF_UP; nothing to count gives the whole weight. The office's own counter has no score.
 */
@Component
class ScoreSessions implements DailyStep {

    private static final String SCORE = """
            with rule as (
                select valid_from, w_sheets, w_interest, w_principal, w_lines, w_cash, w_minutes, w_attendance, least_good, least_fair,
                       least_average
                  from supervision.session_rule
                 where valid_from <= :day
                 order by valid_from desc
                 limit 1),
            held as materialized (
                select s.id, s.point_id, s.held_on
                  from session.v_session s
                  join organisation.v_point p on p.id = s.point_id and not p.direct
                 where s.office_id = :office and s.state = 'CLOSED' and s.counted_on = :day
                   and s.held_on > cast(:day as date) - 400),
            counted as materialized (
                select h.id, c.criterion, sum(c.reached)::bigint as reached, sum(c.out_of)::bigint as out_of
                  from held h
                  cross join lateral supervision.counted_of_session(h.id) c
                 group by h.id, c.criterion),
            scored as materialized (
                select h.id, h.point_id, w.criterion, w.weight, coalesce(c.reached, 0) as reached, coalesce(c.out_of, 0) as out_of,
                       supervision.points(w.criterion, w.weight, coalesce(c.reached, 0), coalesce(c.out_of, 0), 1) as points
                  from held h
                  cross join rule r
                  cross join lateral (values ('SHEETS', r.w_sheets), ('INTEREST', r.w_interest), ('PRINCIPAL', r.w_principal),
                                             ('LINES', r.w_lines), ('CASH', r.w_cash), ('MINUTES', r.w_minutes),
                                             ('ATTENDANCE', r.w_attendance)) w (criterion, weight)
                  left join counted c on c.id = h.id and c.criterion = w.criterion),
            scores as (
                insert into supervision.session_score (session_id, point_id, held_on, as_of, rule_from, points, class)
                select h.id, h.point_id, h.held_on, :day, r.valid_from, t.points,
                       case when t.points >= r.least_good * 100 then 'GOOD'
                            when t.points >= r.least_fair * 100 then 'FAIR'
                            when t.points >= r.least_average * 100 then 'AVERAGE'
                            else 'WEAK' end
                  from held h
                  cross join rule r
                  join (select s.id, sum(s.points)::integer as points from scored s group by s.id) t on t.id = h.id
                    on conflict (session_id) do update
                   set as_of = excluded.as_of, rule_from = excluded.rule_from, points = excluded.points, class = excluded.class)
            insert into supervision.session_point (session_id, criterion, point_id, reached, out_of, weight, points)
            select s.id, s.criterion, s.point_id, s.reached, s.out_of, s.weight, s.points
              from scored s
                on conflict (session_id, criterion) do update
               set reached = excluded.reached, out_of = excluded.out_of, weight = excluded.weight, points = excluded.points
            """;

    private static final int CRITERIA = SessionCriterion.values().length;

    private final JdbcClient db;

    ScoreSessions(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "session-scores";
    }

    @Override
    public List<String> after() {
        return List.of("sessions-reconciled", "positions");
    }

    @Override
    public long run(Actor actor, long officeId, LocalDate day) {
        return db.sql(SCORE).param("office", officeId).param("day", day).update() / CRITERIA;
    }
}
