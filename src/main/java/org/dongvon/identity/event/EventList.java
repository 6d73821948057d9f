package org.dongvon.identity.event;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the book of what happened around logging in. */
@Repository
public class EventList {

    private static final String OF_ACCOUNT = """
            select e.id, e.at, e.kind, a.login, a.full_name, b.login as by_login, e.address, e.browser
              from identity.event e
              join identity.account a on a.id = e.account_id
              left join identity.account b on b.id = e.by_id
             where e.account_id = :account
             order by e.at desc, e.id desc
             limit :rows
            """;

    // An administrator sees the accounts that hold or held a role at the unit of the own grant or below it; what
    // strangers
    // did belongs to no unit, and is the country's.
    private static final String OF_AREA = """
            with top as (
                select g.unit_id as id, u.kind
                  from identity.role_grant g
                  join organisation.unit u on u.id = g.unit_id
                 where g.id = :grant),
            area as materialized (
                select organisation.units_under(top.id, organisation.latest_day()) as id from top),
            colleague as materialized (
                select distinct h.account_id as id from identity.role_grant h where h.unit_id in (select id from area))
            select e.id, e.at, e.kind, a.login, a.full_name, b.login as by_login, e.address, e.browser
              from identity.event e
              left join identity.account a on a.id = e.account_id
              left join identity.account b on b.id = e.by_id
             where (:login = '' or a.login = :login)
               and (:kind = '' or e.kind = :kind)
               and e.id < :before
               and (exists (select from top where kind = 'COUNTRY') or e.account_id in (select id from colleague))
             order by e.id desc
             limit :rows
            """;

    private final JdbcClient db;

    EventList(JdbcClient db) {
        this.db = db;
    }

    /** The last of one account. */
    public List<Row> ofAccount(long accountId, int rows) {
        return db.sql(OF_ACCOUNT)
                .param("account", accountId)
                .param("rows", rows)
                .query((row, n) -> row(row))
                .list();
    }

    /** Those an administrator may see, the newest first. */
    List<Row> of(Question question) {
        return db.sql(OF_AREA)
                .param("grant", question.grantId())
                .param("login", question.login())
                .param("kind", question.kind())
                .param("before", question.before())
                .param("rows", question.rows())
                .query((row, n) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("kind"),
                row.getString("login"),
                row.getString("full_name"),
                row.getString("by_login"),
                row.getString("address"),
                BrowserName.of(row.getString("browser")));
    }

    /**
     * What is asked for.
     *
     * @param grantId the grant under which the administrator acts
     * @param login one account's; empty for all
     * @param kind of {@link SecurityEvent}; empty for all
     * @param before only events with a smaller id
     */
    record Question(long grantId, String login, String kind, long before, int rows) {}

    /**
     * One line of the book.
     *
     * @param login of the account it happened to; none when nobody known tried
     * @param by the login of who did it; none for the operator at the terminal, or nobody known
     */
    public record Row(
            long id,
            Instant at,
            String kind,
            @Nullable String login,
            @Nullable String name,
            @Nullable String by,
            String address,
            String browser) {}
}
