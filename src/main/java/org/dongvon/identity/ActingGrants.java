package org.dongvon.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Narrowing;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From an account and a grant to who is acting, with which role and scope, as of the latest open day of the books. */
@Repository
class ActingGrants {

    // One statement, asked at each request. The grant is chosen first; only its points are looked up in the tree.
    private static final String ACTING = """
            with held as materialized (
                select a.id as account_id, a.person_id, a.login, a.full_name, g.id as grant_id, g.role, g.unit_id, g.association,
                       g.group_id, g.subject_id, t.day, count(*) over () as grants, g.valid_from
                  from (select organisation.latest_day() as day) t
                  join identity.account a on a.active
                   and (a.id = cast(:account as bigint) or a.login = cast(:login as text))
                  join identity.role_grant g on g.account_id = a.id and g.ended_at is null
                   and daterange(g.valid_from, g.valid_through, '[]') @> t.day),
            chosen as materialized (
                select *
                  from held h
                 where cast(:grant as bigint) is null or h.grant_id = :grant
                 order by h.valid_from, h.grant_id
                 limit 1)
            select c.account_id, c.person_id, c.login, c.full_name, c.grant_id, c.role, c.association, c.group_id, c.subject_id,
                   c.grants > 1 as has_choice, u.kind, u.name as unit,
                   (select o.name
                      from organisation.unit_parent p
                      join organisation.unit o on o.id = p.parent_id
                     where p.unit_id = c.unit_id and p.valid @> c.day and o.kind <> 'COUNTRY') as above,
                   below.points, coalesce(below.office_id, 0) as office_id
              from chosen c
              join organisation.unit u on u.id = c.unit_id
              left join lateral (
                select range_agg(int8range(p.id, p.id + 1))::text as points,
                       case when min(p.office_id) = max(p.office_id) then min(p.office_id) end as office_id
                  from organisation.points_under(c.unit_id, c.day) as under(id)
                  join organisation.point p on p.id = under.id
                 where u.kind <> 'COUNTRY') below on true
            """;

    private static final String CURRENT = """
            select g.id, g.account_id, g.role, g.unit_id, u.name as unit, g.association, g.group_id, g.subject_id, g.valid_from,
                   g.valid_through
              from identity.role_grant g
              join organisation.unit u on u.id = g.unit_id
             where g.account_id = :account and g.ended_at is null
               and daterange(g.valid_from, g.valid_through, '[]') @> organisation.latest_day()
             order by g.valid_from, g.id
            """;

    private final JdbcClient db;

    ActingGrants(JdbcClient db) {
        this.db = db;
    }

    /** Who acts under a grant of an account; under the oldest when none is named. Nothing when it is not in force. */
    Optional<SignedIn> of(long accountId, @Nullable Long grantId) {
        return find(accountId, null, grantId);
    }

    /** Who acts under the oldest grant of a login. */
    Optional<SignedIn> of(String login) {
        return find(null, login, null);
    }

    private Optional<SignedIn> find(@Nullable Long accountId, @Nullable String login, @Nullable Long grantId) {
        return db.sql(ACTING)
                .param("account", accountId)
                .param("login", login)
                .param("grant", grantId)
                .query((row, n) -> signedIn(row))
                .optional();
    }

    /** The grants of an account that are in force, the oldest first. */
    List<Grant> current(long accountId) {
        return db.sql(CURRENT)
                .param("account", accountId)
                .query((row, n) -> new Grant(
                        row.getLong("id"),
                        row.getLong("account_id"),
                        Role.valueOf(row.getString("role")),
                        row.getLong("unit_id"),
                        row.getString("unit"),
                        narrowing(row),
                        row.getObject("valid_from", LocalDate.class),
                        row.getObject("valid_through", LocalDate.class)))
                .list();
    }

    private static SignedIn signedIn(ResultSet row) throws SQLException {
        var role = Role.valueOf(row.getString("role"));
        var kind = row.getString("kind");
        var actor = new Actor(
                row.getLong("account_id"),
                row.getLong("person_id"),
                row.getString("login"),
                row.getString("full_name"),
                role,
                kind.equals("PROVINCE") ? 0 : row.getLong("office_id"),
                scope(row, kind, role));
        return new SignedIn(
                actor,
                row.getLong("grant_id"),
                row.getString("unit"),
                row.getString("above"),
                row.getBoolean("has_choice"));
    }

    private static Scope scope(ResultSet row, String kind, Role role) throws SQLException {
        // An administrator's own submissions have a point; the books of that point are not theirs to see.
        var narrowing = role == Role.ADMINISTRATOR ? Narrowing.NO_BOOKS : narrowing(row);
        if (kind.equals("COUNTRY")) {
            return Scope.COUNTRY.narrowedTo(narrowing);
        }
        var points = row.getString("points");
        return points == null ? Scope.NONE : new Scope(points, narrowing);
    }

    static Narrowing narrowing(ResultSet row) throws SQLException {
        return new Narrowing(
                row.getString("association"),
                row.getObject("group_id", Long.class),
                row.getObject("subject_id", Long.class));
    }
}
