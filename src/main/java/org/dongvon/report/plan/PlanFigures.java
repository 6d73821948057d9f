package org.dongvon.report.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dongvon.organisation.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads targets, and what is out, promised, falling due and asked for by place, programme and source. */
@Repository
class PlanFigures {

    /** What a loan repays by a day when it pays as agreed: of {@code l} its amount, {@code b} what is in term, {@code x} its instalments. */
    static final String DUE_OF_LOAN = "greatest(0, least(b.in_term, x.through - (l.amount - b.in_term)))";

    // The hamlet of a loan or an application now: its group's, or without a group its household's.
    private static final String HAMLET_NOW = "coalesce(g.hamlet, household.hamlet_on(%s.household_id, :day), '')";

    // The same on a day: of the group that the member was in then.
    private static final String HAMLET_THEN = """
            coalesce((select h.hamlet
                        from "group".v_membership s
                        join "group".v_group_card h on h.id = s.group_id
                       where s.member_id = l.member_id and s.from_on <= p.closed_on and (s.to_on is null or s.to_on > p.closed_on)
                       limit 1),
                     (select h.hamlet from "group".v_group_card h where h.id = l.group_id),
                     household.hamlet_on(l.household_id, p.closed_on), '')
            """;

    // Places as the plan splits them: a commune with all its points, or the point that stands for it.
    private static final String PLACE = """
            place as materialized (
                select p.id, least(:day, p.open_day - 1) as closed_on,
                       case :kind
                           when 'COUNTRY' then (select t.parent_id from organisation.unit_parent t
                                                 where t.unit_id = p.office_id and t.valid @> cast(:day as date))
                           when 'PROVINCE' then p.office_id
                           when 'OFFICE' then coalesce((select p.commune_id
                                                         where not exists (select from organisation.point o
                                                                            where o.commune_id = p.commune_id
                                                                              and o.office_id <> p.office_id)), p.id)
                           else :unit end as place
                  from organisation.points_under(:unit, :day) as below (id)
                  join organisation.v_point p on p.id = below.id)
            """;

    private static final String BOOKS = """
            select coalesce(bool_and(p.id <@ (select shared.scope())) and not (select shared.narrowed()), false) as visible,
                   min(p.open_day) - 1 as closed_through
              from organisation.points_under(:unit, :day) as below (id)
              join organisation.v_point p on p.id = below.id
            """;

    private static final String BY_PLACE = facts("""
            select t.place, '' as hamlet, t.programme_id, s.source, 'EXECUTED' as what, sum(t.principal)::bigint as amount
              from (select p.place, t.programme_id, t.contract_id, sum(t.principal) as principal
                      from place p
                      join position.total t on t.point_id = p.id and t.valid_from <= p.closed_on and t.valid_to > p.closed_on
                     where t.part <> 'WRITTEN_OFF'
                     group by p.place, t.programme_id, t.contract_id) t
              join capital.v_plan_source s on s.contract_id = t.contract_id
             group by t.place, t.programme_id, s.source
            """, "''", "''");

    // Positions know no hamlets: below a commune its loans are summed.
    private static final String BY_HAMLET =
            facts("""
            select t.place, t.hamlet, t.programme_id, s.source, 'EXECUTED' as what, sum(t.principal)::bigint as amount
              from (select p.place, %s as hamlet, p.programme_id, p.contract_id, p.principal
                      from (select p.place, p.closed_on, m.loan_id, m.programme_id, m.contract_id, sum(m.principal) as principal
                              from place p
                              join loan.v_movement m on m.point_id = p.id and m.business_date <= p.closed_on
                             where m.part <> 'WRITTEN_OFF'
                             group by p.place, p.closed_on, m.loan_id, m.programme_id, m.contract_id) p
                      join loan.v_funded l on l.id = p.loan_id) t
              join capital.v_plan_source s on s.contract_id = t.contract_id
             group by t.place, t.hamlet, t.programme_id, s.source
            """.formatted(HAMLET_THEN), HAMLET_NOW.formatted("l"), HAMLET_NOW.formatted("a"));

    private static final String TARGETS = """
            with %s
            select u.code, u.name, v.hamlet, g.code as programme, v.source, v.month, v.amount, v.document_number, v.unit_id = :unit as own
              from capital.v_plan_target v
              join organisation.unit u on u.id = v.unit_id
              join programme.v_programme g on g.id = v.programme_id
             where v.unit_id = any (array(select place from place union select cast(:unit as bigint))) and v.year = :year
               and (v.hamlet = '' or v.unit_id = :unit)
             order by v.month
            """.formatted(PLACE);

    private static final String MONTHS = """
            with %s
            select m.month, g.code as programme, s.source, sum(t.principal)::bigint as amount
              from generate_series(1, cast(:months as integer)) as m (month)
             cross join place p
              join position.total t
                on t.point_id = p.id
               and t.valid_from <= least(make_date(:year, m.month, 1) + interval '1 month - 1 day', p.closed_on)
               and t.valid_to > least(make_date(:year, m.month, 1) + interval '1 month - 1 day', p.closed_on)
              join capital.v_plan_source s on s.contract_id = t.contract_id
              join programme.v_programme g on g.id = t.programme_id
             where t.part <> 'WRITTEN_OFF'
             group by m.month, g.code, s.source
            """.formatted(PLACE);

    private static final String MY_COMMUNE = """
            select u.code
              from organisation.point p
              join organisation.unit u on u.id = coalesce(p.commune_id, p.id)
             where p.id <@ (select shared.scope()) and not (select shared.narrowed())
             order by p.direct, u.code
             limit 1
            """;

    private final JdbcClient db;

    PlanFigures(JdbcClient db) {
        this.db = db;
    }

    // What is asked for has no source yet. What falls due is known of the newest closed day alone: it rests on
    // balances.
    private static String facts(String executed, String hamlet, String asking) {
        return """
            with %s,
            fact as (
                %s
                 union all
                select p.place, %s, l.programme_id, s.source, 'PROMISED',
                       sum(case when l.disbursed_on <= p.closed_on then l.undrawn else l.amount end)::bigint
                  from place p
                  join loan.v_funded l on l.point_id = p.id
                  join capital.v_plan_source s on s.contract_id = l.contract_id
                  left join "group".v_group_card g on g.id = l.group_id
                 where l.approved_on <= p.closed_on
                   and (l.disbursed_on is null or l.disbursed_on > p.closed_on or l.undrawn > 0)
                   and (l.closed_on is null or l.closed_on > p.closed_on)
                 group by p.place, 2, l.programme_id, s.source
                 union all
                select p.place, %s, l.programme_id, s.source, 'DUE', sum(%s)::bigint
                  from (select distinct p.place, i.loan_id
                          from place p
                          join loan.v_instalment i on i.point_id = p.id
                         where i.nominal > p.closed_on - 40 and i.nominal <= cast(:month_end as date) + 40
                           and i.due_on > p.closed_on and i.due_on <= :month_end and :forecast) p
                  join loan.v_funded l on l.id = p.loan_id
                  join capital.v_plan_source s on s.contract_id = l.contract_id
                  left join "group".v_group_card g on g.id = l.group_id
                 cross join lateral (select coalesce(sum(q.principal), 0) as in_term
                                       from loan.v_part_line q where q.loan_id = l.id and q.part = 'IN_TERM') b
                 cross join lateral (select sum(i.amount) as through
                                       from loan.v_instalment i where i.loan_id = l.id and i.due_on <= :month_end) x
                 where l.stage = 'ACTIVE'
                 group by p.place, 2, l.programme_id, s.source
                 union all
                select p.place, %s, a.programme_id, '', 'ASKED', sum(a.amount)::bigint
                  from place p
                  join loan.v_at_bank a on a.point_id = p.id
                  left join "group".v_group_card g on g.id = a.group_id
                 where :forecast
                 group by p.place, 2, a.programme_id)
            select u.code, u.name, f.hamlet, g.code as programme, f.source, f.what, f.amount
              from fact f
              join organisation.unit u on u.id = f.place
              join programme.v_programme g on g.id = f.programme_id
             where f.amount <> 0
            """.formatted(PLACE, executed, hamlet, hamlet, DUE_OF_LOAN, asking);
    }

    /** Whether the reader sees all of a unit, and through which day all its offices have closed; none without an office. */
    Optional<LocalDate> closedThrough(Unit unit, LocalDate day) {
        return db.sql(BOOKS)
                .param("unit", unit.id())
                .param("day", day)
                .query((row, n) -> row.getBoolean("visible")
                        ? Optional.ofNullable(row.getObject("closed_through", LocalDate.class))
                        : Optional.<LocalDate>empty())
                .single();
    }

    /** The commune, or the point that stands for it, of a reader whose scope holds no whole office. */
    Optional<String> commune() {
        return db.sql(MY_COMMUNE).query(String.class).optional();
    }

    /** What is out, promised, falling due and asked for, at a day's end. */
    List<Fact> facts(Unit unit, Day day) {
        return at(hasHamlets(unit) ? BY_HAMLET : BY_PLACE, unit, day)
                .param("month_end", day.monthEnd())
                .param("forecast", day.forecast())
                .query((row, n) -> new Fact(
                        new Place(row.getString("code"), row.getString("name"), row.getString("hamlet")),
                        row.getString("programme"),
                        row.getString("source"),
                        What.valueOf(row.getString("what")),
                        row.getLong("amount")))
                .list();
    }

    static boolean hasHamlets(Unit unit) {
        return unit.kind() == Unit.Kind.COMMUNE || unit.kind() == Unit.Kind.POINT;
    }

    /** The targets of a unit and of those below it in the day's year, by month. */
    List<Target> targets(Unit unit, Day day) {
        return at(TARGETS, unit, day)
                .param("year", day.on().getYear())
                .query((row, n) -> new Target(
                        row.getBoolean("own") && row.getString("hamlet").isEmpty()
                                ? null
                                : new Place(row.getString("code"), row.getString("name"), row.getString("hamlet")),
                        row.getString("programme"),
                        row.getString("source"),
                        row.getInt("month"),
                        row.getLong("amount"),
                        row.getString("document_number")))
                .list();
    }

    /** What was out at the end of each month of the year, by programme and source; the day's month as of the day. */
    Map<Integer, List<Standing>> months(Unit unit, Day day) {
        Map<Integer, List<Standing>> months = new HashMap<>();
        at(MONTHS, unit, day)
                .param("year", day.on().getYear())
                .param("months", day.on().getMonthValue())
                .query(row -> {
                    months.computeIfAbsent(row.getInt("month"), each -> new ArrayList<>())
                            .add(new Standing(
                                    row.getString("programme"), row.getString("source"), row.getLong("amount")));
                });
        return months;
    }

    private JdbcClient.StatementSpec at(String sql, Unit unit, Day day) {
        return db.sql(sql)
                .param("unit", unit.id())
                .param("kind", unit.kind().name())
                .param("day", day.on());
    }

    /**
     * A day at whose end figures stand.
     *
     * @param forecast whether it is the newest closed one, of which a forecast is made
     */
    record Day(LocalDate on, boolean forecast) {

        LocalDate monthEnd() {
            return on.withDayOfMonth(on.lengthOfMonth());
        }
    }

    /** What a figure is of. */
    enum What {
        EXECUTED,
        PROMISED,
        DUE,
        ASKED
    }

    /** A unit, or a hamlet of it. */
    record Place(String code, String name, String hamlet) {}

    /** An amount in đồng; without a source what is only asked for. */
    record Fact(Place place, String programme, String source, What what, long amount) {}

    /**
     * A target of a month.
     *
     * @param place none for the unit itself
     */
    record Target(@Nullable Place place, String programme, String source, int month, long amount, String document) {}

    /** What was out at a month's end. */
    record Standing(String programme, String source, long amount) {}
}
