package org.dongvon.supervision.rating;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Rates all groups of an office at the close of a month's last day, in one statement. A month's end without a journal
 * closes with the quiet days around it and is rated there: no day is closed by itself for it.
 *
 * <p>Points are hundredths: weight × 100 × reached ÷ out of, HALF_UP; nothing to count gives the whole weight. Overdue
 * principal takes the weight down in a straight line, to nothing at the rule's limit.
 */
@Component
class RateGroups implements DailyStep {

    private static final String RATE = """
            with rule as (
                select valid_from, w_sessions, w_overdue, w_principal, w_interest, w_savers, w_deposits, overdue_zero, least_good,
                       least_fair, least_average
                  from supervision.rating_rule
                 where valid_from <= :day
                 order by valid_from desc
                 limit 1),
            rated as materialized (
                select g.id, g.point_id
                  from "group".v_credit_group g
                  join organisation.v_point p on p.id = g.point_id
                 where p.office_id = :office and g.formed_on <= :day and (g.closed_on is null or g.closed_on > :day)
                   and exists (select from "group".v_membership m
                                where m.group_id = g.id and m.from_on <= :day and (m.to_on is null or m.to_on > :day))),
            counted as materialized (
                select c.group_id, c.criterion, sum(c.reached)::bigint as reached, sum(c.out_of)::bigint as out_of
                  from supervision.counted(array(select id from rated), :day) c
                 group by c.group_id, c.criterion),
            weighed as (
                select g.id as group_id, g.point_id, w.criterion, coalesce(c.reached, 0) as reached, coalesce(c.out_of, 0) as out_of,
                       w.weight, r.overdue_zero
                  from rated g
                  cross join rule r
                  cross join lateral (values ('SESSIONS', r.w_sessions), ('OVERDUE', r.w_overdue), ('PRINCIPAL', r.w_principal),
                                             ('INTEREST', r.w_interest), ('SAVERS', r.w_savers), ('DEPOSITS', r.w_deposits))
                       w (criterion, weight)
                  left join counted c on c.group_id = g.id and c.criterion = w.criterion),
            scored as materialized (
                select w.group_id, w.point_id, w.criterion, w.reached, w.out_of, w.weight,
                       supervision.points(w.criterion, w.weight, w.reached, w.out_of, w.overdue_zero) as points
                  from weighed w),
            total as (
                select s.group_id, s.point_id, sum(s.points)::integer as points from scored s group by s.group_id, s.point_id),
            ratings as (
                insert into supervision.rating (group_id, as_of, point_id, rule_from, points, class)
                select t.group_id, :day, t.point_id, r.valid_from, t.points,
                       case when t.points >= r.least_good * 100 then 'GOOD'
                            when t.points >= r.least_fair * 100 then 'FAIR'
                            when t.points >= r.least_average * 100 then 'AVERAGE'
                            else 'WEAK' end
                  from total t
                  cross join rule r
                    on conflict (group_id, as_of) do update
                   set rule_from = excluded.rule_from, points = excluded.points, class = excluded.class)
            insert into supervision.rating_score (group_id, as_of, criterion, point_id, reached, out_of, weight, points)
            select s.group_id, :day, s.criterion, s.point_id, s.reached, s.out_of, s.weight, s.points
              from scored s
                on conflict (group_id, as_of, criterion) do update
               set reached = excluded.reached, out_of = excluded.out_of, weight = excluded.weight, points = excluded.points
            """;

    private static final int CRITERIA = Criterion.values().length;

    private final JdbcClient db;

    RateGroups(JdbcClient db) {
        this.db = db;
    }

    @Override
    public String name() {
        return "group-rating";
    }

    @Override
    public List<String> after() {
        return List.of("positions");
    }

    @Override
    public long run(Actor actor, long officeId, LocalDate day) {
        return day.equals(YearMonth.from(day).atEndOfMonth()) ? rate(officeId, day) : 0;
    }

    @Override
    public void quiet(Actor actor, long officeId, LocalDate first, LocalDate last) {
        for (var end = YearMonth.from(first).atEndOfMonth();
                !end.isAfter(last);
                end = YearMonth.from(end).plusMonths(1).atEndOfMonth()) {
            rate(officeId, end);
        }
    }

    /** How many groups were rated. */
    private long rate(long officeId, LocalDate day) {
        return db.sql(RATE).param("office", officeId).param("day", day).update() / CRITERIA;
    }
}
