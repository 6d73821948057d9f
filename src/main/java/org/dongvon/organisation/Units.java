package org.dongvon.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.calendar.SessionDay;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Label;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds units and points. Reference data: readable in every scope. */
@Repository
public class Units {

    private static final String BY_CODE = """
            select id, code, kind, name from organisation.unit where code = :code
            """;

    private static final String BY_ID = """
            select id, code, kind, name from organisation.unit where id = :id
            """;

    private static final String POINTS_UNDER = """
            select organisation.points_under(:unit, :day) as id
            """;

    private static final String OFFICES_UNDER = """
            select distinct u.id, u.code, u.kind, u.name
              from organisation.points_under(:unit, :day) as below(id)
              join organisation.point p on p.id = below.id
              join organisation.unit u on u.id = p.office_id
             order by u.code
            """;

    private static final String PARENT = """
            select u.id, u.code, u.kind, u.name
              from organisation.unit_parent p
              join organisation.unit u on u.id = p.parent_id
             where p.unit_id = :unit and p.valid @> cast(:day as date)
            """;

    // An office counts when each of its points is in scope, a province or the country when each of its offices is.
    private static final String IN_SCOPE = """
            with office as (
                select p.office_id as id, bool_and(p.id <@ (select shared.scope()) and not (select shared.narrowed())) as visible
                  from organisation.v_point p
                 group by p.office_id),
            province as (
                select t.parent_id as id, bool_and(o.visible) as visible
                  from office o
                  join organisation.unit_parent t on t.unit_id = o.id and t.valid @> cast(:day as date)
                 group by t.parent_id),
            country as (
                select t.parent_id as id, bool_and(p.visible) as visible
                  from province p
                  join organisation.unit_parent t on t.unit_id = p.id and t.valid @> cast(:day as date)
                 group by t.parent_id)
            select u.id, u.code, u.kind, u.name
              from (select 1 as level, id from office where visible
                     union all
                    select 2, id from province where visible
                     union all
                    select 3, id from country where visible) seen
              join organisation.unit u on u.id = seen.id
             order by seen.level, u.name collate public.vi, u.code
            """;

    private static final String POINT = """
            select u.id, u.code, u.name, p.office_id, p.session_day, p.address
              from organisation.point p
              join organisation.unit u on u.id = p.id
             where p.id = :id
            """;

    private static final String POINT_SEEN = """
            select cast(:id as bigint) <@ (select shared.scope()) and not (select shared.narrowed()) as seen
            """;

    private static final String POINTS_OF_OFFICE = """
            select u.id, u.code, u.name, p.office_id, p.session_day, p.address
              from organisation.point p
              join organisation.unit u on u.id = p.id
             where p.office_id = :office
             order by p.direct desc, u.code
            """;

    private static final RowMapper<Unit> UNIT = (row, n) -> new Unit(
            row.getLong("id"), row.getString("code"), Unit.Kind.valueOf(row.getString("kind")), row.getString("name"));

    private static final RowMapper<Point> POINT_ROW = (row, n) -> {
        int day = row.getInt("session_day");
        return new Point(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                row.getLong("office_id"),
                day == 0 ? null : new SessionDay(day),
                row.getString("address"));
    };

    private final JdbcClient db;

    Units(JdbcClient db) {
        this.db = db;
    }

    /**
     * The unit of a code, such as LECHAN.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT}
     */
    public Unit byCode(String code) {
        return find(code).orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, code));
    }

    /**
     * The office of a code.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT} also when it is of a unit that is no office
     */
    public Unit office(String code) {
        return find(code)
                .filter(unit -> unit.kind() == Unit.Kind.OFFICE)
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, code));
    }

    public Optional<Unit> find(String code) {
        return db.sql(BY_CODE).param("code", code).query(UNIT).optional();
    }

    /** What requests about a unit are called by: its name and its code; the code alone of a unit that is unknown. */
    Label title(String code) {
        return Label.same(
                find(code).map(unit -> unit.name() + " (" + code + ")").orElse(code));
    }

    /**
     * The unit of an identifier.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT}
     */
    public Unit get(long id) {
        return db.sql(BY_ID)
                .param("id", id)
                .query(UNIT)
                .optional()
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_UNIT, id));
    }

    /** The unit above, on a day: the province of an office, the office of a point. */
    public Optional<Unit> parent(long unitId, LocalDate day) {
        return db.sql(PARENT)
                .param("unit", unitId)
                .param("day", day)
                .query(UNIT)
                .optional();
    }

    /** All transaction points below a unit on a day, through the bank's tree and through communes. */
    public List<Long> pointsUnder(long unitId, LocalDate day) {
        return db.sql(POINTS_UNDER)
                .param("unit", unitId)
                .param("day", day)
                .query((row, n) -> row.getLong("id"))
                .list();
    }

    /** The offices whose points lie below a unit on a day. */
    public List<Unit> officesUnder(long unitId, LocalDate day) {
        return db.sql(OFFICES_UNDER)
                .param("unit", unitId)
                .param("day", day)
                .query(UNIT)
                .list();
    }

    /** The offices that keep books, and the units above them, whose every point is in this transaction's scope. */
    public List<Unit> inScope(LocalDate day) {
        return db.sql(IN_SCOPE).param("day", day).query(UNIT).list();
    }

    /**
     * The transaction point of an identifier.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_POINT}
     */
    public Point point(long id) {
        return db.sql(POINT)
                .param("id", id)
                .query(POINT_ROW)
                .optional()
                .orElseThrow(() -> new Refused(OrganisationRefusal.UNKNOWN_POINT, Long.toString(id)));
    }

    /**
     * The transaction point of an identifier, in this transaction's scope.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_POINT} also for one that lies outside
     */
    public Point pointInScope(long id) {
        if (!db.sql(POINT_SEEN).param("id", id).query(Boolean.class).single()) {
            throw new Refused(OrganisationRefusal.UNKNOWN_POINT, Long.toString(id));
        }
        return point(id);
    }

    /** The points of an office, the direct one first. */
    public List<Point> pointsOf(long officeId) {
        return db.sql(POINTS_OF_OFFICE)
                .param("office", officeId)
                .query(POINT_ROW)
                .list();
    }
}
