package org.dongvon.identity.session;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dongvon.identity.event.BrowserName;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is logged in, of those that hold a role at an administrator's unit or below it. */
@Repository
class ColleagueSignIns {

    private static final String LIST = """
            with area as materialized (
                select organisation.units_under(g.unit_id, organisation.latest_day()) as id
                  from identity.role_grant g
                 where g.id = :grant)
            select s.id, a.login, a.full_name, s.began_at, s.seen_at, s.address, s.browser
              from identity.sign_in s
              join identity.account a on a.id = s.account_id
             where s.ended_at is null
               and s.seen_at > clock_timestamp() - make_interval(mins => identity.setting_now('IDLE_MINUTES'))
               and s.began_at > clock_timestamp() - make_interval(hours => identity.setting_now('SIGN_IN_HOURS'))
               and (:login = '' or a.login = :login)
               and exists (select from identity.role_grant h
                            where h.account_id = a.id and h.unit_id in (select id from area))
             order by s.seen_at desc, s.id desc
             limit 200
            """;

    private static final String OWNER = """
            select s.account_id
              from identity.sign_in s
              join identity.role_grant h on h.account_id = s.account_id
              join identity.role_grant g on g.id = :grant
             where s.id = :id and s.ended_at is null
               and h.unit_id in (select organisation.units_under(g.unit_id, organisation.latest_day()))
             limit 1
            """;

    private final JdbcClient db;

    ColleagueSignIns(JdbcClient db) {
        this.db = db;
    }

    /** The two hundred seen last; of one login, or of all when it is empty. */
    List<Row> list(long grantId, String login) {
        return db.sql(LIST)
                .param("grant", grantId)
                .param("login", login)
                .query((row, n) -> new Row(
                        row.getLong("id"),
                        row.getString("login"),
                        row.getString("full_name"),
                        row.getObject("began_at", OffsetDateTime.class).toInstant(),
                        row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                        row.getString("address"),
                        BrowserName.of(row.getString("browser"))))
                .list();
    }

    /** Whose a sign-in is, if it is a colleague's of the area. */
    Optional<Long> owner(long grantId, long id) {
        return db.sql(OWNER)
                .param("grant", grantId)
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    record Row(long id, String login, String name, Instant beganAt, Instant seenAt, String address, String browser) {}
}
