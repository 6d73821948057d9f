package org.dongvon.capital.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.Unit;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads and writes targets and what communes ask for. */
@Repository
class PlanBook {

    // A commune belongs to an office when all its points do; else its points stand for it.
    private static final String CHILDREN = """
            select u.id, u.code, u.kind, u.name
              from (select t.unit_id as id
                      from organisation.unit_parent t
                      join organisation.unit u on u.id = t.unit_id
                     where t.parent_id = :unit and t.valid @> cast(:day as date)
                       and u.kind = case :kind when 'COUNTRY' then 'PROVINCE' when 'PROVINCE' then 'OFFICE' end
                     union
                    select coalesce((select p.commune_id
                                      where not exists (select from organisation.point o
                                                         where o.commune_id = p.commune_id and o.office_id <> p.office_id)), p.id)
                      from organisation.point p
                     where p.office_id = :unit and :kind = 'OFFICE') c
              join organisation.unit u on u.id = c.id
             order by u.name collate public.vi, u.code
            """;

    private static final String IS_IN_SCOPE = """
            select coalesce(bool_and(b.id <@ (select shared.scope())), false) and not (select shared.narrowed())
              from organisation.points_under(:unit, :day) as b (id)
            """;

    private static final String OFFICE = """
            select p.office_id
              from organisation.points_under(:unit, :day) as b (id)
              join organisation.point p on p.id = b.id
             order by p.office_id
             limit 1
            """;

    private static final String TARGETS = """
            select v.unit_id, v.hamlet, v.month, v.amount
              from capital.v_plan_target v
             where v.unit_id = any (:units) and v.year = :year and v.source = :source
               and v.programme_id = (select p.id from programme.programme p where p.code = :programme)
            """;

    private static final String BELOW = """
            select c.parent_id, c.month, sum(c.amount)::bigint as amount
              from (select distinct on (t.parent_id, t.unit_id, t.hamlet, t.month) t.parent_id, t.month, t.amount
                      from capital.plan_target t
                     where t.parent_id = any (:units) and t.year = :year and t.source = :source
                       and t.programme_id = (select p.id from programme.programme p where p.code = :programme)
                     order by t.parent_id, t.unit_id, t.hamlet, t.month, t.id desc) c
             group by c.parent_id, c.month
            """;

    private static final String ROOM = """
            select capital.plan_room(:unit, :year, (select p.id::integer from programme.programme p where p.code = :programme), :source,
                                     :month) as room
            """;

    // Units without points are seen by whoever sees the whole country.
    private static final String ADD = """
            insert into capital.plan_target
                   (point_id, points, year, programme_id, source, parent_id, unit_id, hamlet, month, amount, document_id, decided_on,
                    submission)
            select :point, case when u.kind = 'COUNTRY' then '{(,)}' else coalesce(b.points, '{(,)}') end, :year, g.id, :source, :parent, u.id,
                   c.hamlet, m.month, c.amount, d.id, :day, :key
              from unnest(cast(:units as bigint[]), cast(:hamlets as text[]), cast(:amounts as bigint[])) as c (unit_id, hamlet, amount)
              join organisation.unit u on u.id = c.unit_id
              join programme.programme g on g.code = :programme
              join document.document d on d.code = :document
             cross join generate_series(cast(:from as integer), cast(:through as integer)) as m (month)
             cross join lateral (select range_agg(int8range(x.id, x.id, '[]')) as points
                                   from organisation.points_under(u.id, :day) as x (id)) b
            """;

    private static final String ASKED = """
            select a.unit_id, a.amount, a.reason
              from capital.v_plan_ask a
             where a.unit_id = any (:units) and a.year = :year and a.source = :source
               and a.programme_id = (select p.id from programme.programme p where p.code = :programme)
            """;

    // What the communes of an office ask for is what the office asks for; and so on upwards.
    private static final String ASKED_BELOW = """
            select o.id as unit_id, sum(a.amount)::bigint as amount
              from unnest(cast(:units as bigint[])) as o (id)
             cross join lateral (
                   select distinct coalesce(p.commune_id, p.id) as id
                     from organisation.points_under(o.id, :day) as b (id)
                     join organisation.point p on p.id = b.id) c
              join capital.v_plan_ask a on a.unit_id = c.id
             where a.year = :year and a.source = :source
               and a.programme_id = (select p.id from programme.programme p where p.code = :programme)
             group by o.id
            """;

    private static final RowMapper<Unit> UNIT = (row, n) -> new Unit(
            row.getLong("id"), row.getString("code"), Unit.Kind.valueOf(row.getString("kind")), row.getString("name"));

    private final JdbcClient db;

    PlanBook(JdbcClient db) {
        this.db = db;
    }

    /** Those that a unit splits to on a day; none below a commune, whose hamlets have names only. */
    List<Unit> children(Unit unit, LocalDate day) {
        return db.sql(CHILDREN)
                .param("unit", unit.id())
                .param("kind", unit.kind().name())
                .param("day", day)
                .query(UNIT)
                .list();
    }

    /** Whether the transaction's scope holds every point of a unit. */
    boolean isInScope(Unit unit, LocalDate day) {
        return db.sql(IS_IN_SCOPE)
                .param("unit", unit.id())
                .param("day", day)
                .query(Boolean.class)
                .single();
    }

    /** The first office with a point below a unit. */
    Optional<Long> office(Unit unit, LocalDate day) {
        return db.sql(OFFICE)
                .param("unit", unit.id())
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    /** The targets of units and their hamlets on a line. */
    Map<At, Dong> targets(PlanLine line, List<Unit> units) {
        Map<At, Dong> found = new HashMap<>();
        ofLine(TARGETS, line)
                .param("units", units.stream().map(Unit::id).toArray(Long[]::new))
                .query(row -> {
                    found.put(
                            new At(row.getLong("unit_id"), row.getString("hamlet"), row.getInt("month")),
                            new Dong(row.getLong("amount")));
                });
        return found;
    }

    /** What those below each unit have together, by month. */
    Map<At, Dong> below(PlanLine line, List<Unit> units) {
        Map<At, Dong> found = new HashMap<>();
        ofLine(BELOW, line)
                .param("units", units.stream().map(Unit::id).toArray(Long[]::new))
                .query(row -> {
                    found.put(
                            new At(row.getLong("parent_id"), "", row.getInt("month")), new Dong(row.getLong("amount")));
                });
        return found;
    }

    /** What a unit's target still leaves to those below; none when it has no target. */
    Optional<Dong> room(PlanLine line, long unitId, int month) {
        return ofLine(ROOM, line)
                .param("unit", unitId)
                .param("month", month)
                .query((row, n) ->
                        Optional.ofNullable(row.getObject("room", Long.class)).map(Dong::new))
                .single();
    }

    /** What units ask for: their own word, or the sum of those below. */
    Map<Long, Asked> asked(PlanLine line, List<Unit> units, LocalDate day) {
        Map<Long, Asked> found = new HashMap<>();
        var ids = units.stream().map(Unit::id).toArray(Long[]::new);
        ofLine(ASKED_BELOW, line).param("units", ids).param("day", day).query(row -> {
            found.put(row.getLong("unit_id"), new Asked(new Dong(row.getLong("amount")), ""));
        });
        ofLine(ASKED, line).param("units", ids).query(row -> {
            found.put(row.getLong("unit_id"), new Asked(new Dong(row.getLong("amount")), row.getString("reason")));
        });
        return found;
    }

    private JdbcClient.StatementSpec ofLine(String sql, PlanLine line) {
        return db.sql(sql)
                .param("year", line.year())
                .param("programme", line.programme())
                .param("source", line.source().name());
    }

    /** Writes the targets of a decision for its months. */
    void add(PlanLine line, Decision decision, List<Target> targets) {
        ofLine(ADD, line)
                .param("point", decision.pointId())
                .param("parent", decision.parentId())
                .param("from", decision.months().from())
                .param("through", decision.months().through())
                .param("document", decision.document())
                .param("day", decision.day())
                .param("key", decision.submission())
                .param("units", targets.stream().map(Target::unitId).toArray(Long[]::new))
                .param("hamlets", targets.stream().map(Target::hamlet).toArray(String[]::new))
                .param(
                        "amounts",
                        targets.stream().map(each -> each.amount().amount()).toArray(Long[]::new))
                .update();
    }

    /** A unit, or a hamlet of it, in a month. */
    record At(long unitId, String hamlet, int month) {}

    /** What a unit asks for, and why; without a reason when it is a sum. */
    record Asked(Dong amount, String reason) {}

    /** What a unit or one of its hamlets is given. */
    record Target(long unitId, String hamlet, Dong amount) {}

    /**
     * Who decided, when, for which months.
     *
     * @param parentId the unit that was split
     */
    record Decision(
            long pointId, @Nullable Long parentId, Months months, String document, LocalDate day, UUID submission) {}
}
