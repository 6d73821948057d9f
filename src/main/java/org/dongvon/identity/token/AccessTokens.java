package org.dongvon.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.Door;
import org.dongvon.identity.Secret;
import org.dongvon.identity.SignedIn;
import org.dongvon.shared.web.Answers;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tokens of all accounts. Only their hashes are kept. */
@Repository
public class AccessTokens {

    // Not for an account that has still to choose its password, or whose role lacks its second factor: that is no way
    // around.
    private static final String FIND = """
            select t.id as token_id, t.may_write, t.area,
                   coalesce(t.last_used_at < clock_timestamp() - interval '1 minute', true) as unused,
                   a.id
              from identity.access_token t
              join identity.account a on a.id = t.account_id and a.active and not a.password_one_time
             where t.token_hash = :hash and t.revoked_at is null and t.expires_at > clock_timestamp()
               and (a.demonstration
                    or exists (select from identity.second_factor f where f.account_id = a.id)
                    or not exists (select from identity.role_grant g
                                    where g.account_id = a.id and g.ended_at is null
                                      and daterange(g.valid_from, g.valid_through, '[]') @> organisation.latest_day()
                                      and identity.second_factor_required(g.role)))
            """;

    private static final String USED = """
            update identity.access_token set last_used_at = clock_timestamp() where id = :id
            """;

    private static final String MAKE = """
            insert into identity.access_token (account_id, name, token_hash, may_write, area, expires_at)
            values (:account, :name, :hash, :write, :area, clock_timestamp() + make_interval(days => :days))
            returning id
            """;

    private static final String LIST = """
            select id, name, may_write, area, made_at, expires_at, last_used_at
              from identity.access_token
             where account_id = :account and revoked_at is null and expires_at > clock_timestamp()
             order by made_at desc, id desc
            """;

    private static final String REVOKE = """
            update identity.access_token set revoked_at = clock_timestamp()
             where id = :id and account_id = :account and revoked_at is null
            """;

    private static final String LONGEST_DAYS = "select identity.setting_now('TOKEN_DAYS')";

    private final JdbcClient db;
    private final Accounts accounts;

    AccessTokens(JdbcClient db, Accounts accounts) {
        this.db = db;
        this.accounts = accounts;
    }

    /** The person in whose name a program asks; nobody when the token is not good, or a page is asked for. */
    public Optional<SignedIn> use(HttpServletRequest request) {
        if (!Answers.wantsJson(request)) {
            return Optional.empty();
        }
        var found = Bearer.read(request).flatMap(this::find);
        found.filter(Found::unused)
                .ifPresent(token ->
                        db.sql(USED).param("id", token.door().tokenId()).update());
        return found.flatMap(
                token -> accounts.signedIn(token.accountId(), null).map(person -> person.through(token.door())));
    }

    /** Makes a token and returns its text, which nobody sees again. */
    Secret make(long accountId, NewToken wish) {
        var secret = Secret.random(Bearer.PREFIX);
        db.sql(MAKE)
                .param("account", accountId)
                .param("name", wish.name())
                .param("hash", secret.hash())
                .param("write", wish.mayWrite())
                .param("area", wish.area())
                .param("days", wish.days())
                .query(Long.class)
                .single();
        return secret;
    }

    /** Those of an account that still open something, the newest first. */
    List<Listed> list(long accountId) {
        return db.sql(LIST)
                .param("account", accountId)
                .query((row, n) -> new Listed(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getBoolean("may_write"),
                        row.getString("area"),
                        instant(row, "made_at"),
                        instant(row, "expires_at"),
                        row.getObject("last_used_at") == null ? null : instant(row, "last_used_at")))
                .list();
    }

    /** Whether there was such a token of the account. */
    boolean revoke(long accountId, long id) {
        return db.sql(REVOKE).param("id", id).param("account", accountId).update() == 1;
    }

    int longestDays() {
        return db.sql(LONGEST_DAYS).query(Integer.class).single();
    }

    private Optional<Found> find(Secret secret) {
        return db.sql(FIND)
                .param("hash", secret.hash())
                .query((row, n) -> new Found(
                        new Door.Token(row.getLong("token_id"), row.getBoolean("may_write"), row.getString("area")),
                        row.getLong("id"),
                        row.getBoolean("unused")))
                .optional();
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /**
     * What a token is to be.
     *
     * @param days how long it lives
     * @param area the first word of the addresses it opens; none for all
     */
    record NewToken(String name, boolean mayWrite, @Nullable String area, int days) {}

    /** A token as its owner sees it. */
    record Listed(
            long id,
            String name,
            boolean mayWrite,
            @Nullable String area,
            Instant madeAt,
            Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    private record Found(Door.Token door, long accountId, boolean unused) {}
}
