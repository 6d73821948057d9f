package org.dongvon.identity.session;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.dongvon.identity.Secret;
import org.dongvon.identity.event.Caller;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of people at the pages. A row is alive until it is ended, idle for too long, or too old. */
@Repository
public class SignIns {

    private static final String BEGIN = """
            insert into identity.sign_in (token_hash, account_id, way, address, browser)
            values (:hash, :account, :way, :address, :browser)
            """;

    private static final String SEE = """
            update identity.sign_in set seen_at = greatest(clock_timestamp(), began_at) where id = :id
            """;

    private static final String GIVE_CODE = """
            update identity.sign_in set code_given = true, token_hash = :hash where id = :id and ended_at is null
            """;

    private static final String ALIVE = """
            select s.id, s.way, s.began_at, s.seen_at, s.address, s.browser
              from identity.sign_in s
             where s.account_id = :account and s.ended_at is null
               and s.seen_at > clock_timestamp() - make_interval(mins => identity.setting_now('IDLE_MINUTES'))
               and s.began_at > clock_timestamp() - make_interval(hours => identity.setting_now('SIGN_IN_HOURS'))
             order by s.seen_at desc, s.id desc
            """;

    private static final String END = """
            update identity.sign_in set ended_at = greatest(clock_timestamp(), began_at)
             where id = :id and account_id = :account and ended_at is null
            """;

    private static final String END_OTHERS = """
            update identity.sign_in set ended_at = greatest(clock_timestamp(), began_at)
             where account_id = :account and id <> :kept and ended_at is null
            """;

    private static final String ACT_UNDER = """
            update identity.sign_in set grant_id = :grant where id = :id and ended_at is null
            """;

    private static final String IDLE_SECONDS = "select identity.setting_now('IDLE_MINUTES') * 60";

    /** No row has this id. */
    private static final long NONE = 0;

    private final JdbcClient db;

    SignIns(JdbcClient db) {
        this.db = db;
    }

    /** A new row; its secret goes into the browser's cookie and nowhere else. */
    public Secret begin(long accountId, Way way, Caller caller) {
        var secret = Secret.random("");
        db.sql(BEGIN)
                .param("hash", secret.hash())
                .param("account", accountId)
                .param("way", way.name())
                .param("address", caller.address())
                .param("browser", caller.browser())
                .update();
        return secret;
    }

    /** Notes that a request came. */
    void see(long id) {
        db.sql(SEE).param("id", id).update();
    }

    /** The second factor was shown: the row goes on under a new secret. */
    public Secret giveCode(long id) {
        var secret = Secret.random("");
        db.sql(GIVE_CODE).param("id", id).param("hash", secret.hash()).update();
        return secret;
    }

    /** Those of an account that are alive, the last seen first. */
    public List<SignIn> alive(long accountId) {
        return db.sql(ALIVE)
                .param("account", accountId)
                .query((row, n) -> new SignIn(
                        row.getLong("id"),
                        Way.valueOf(row.getString("way")),
                        instant(row.getObject("began_at", OffsetDateTime.class)),
                        instant(row.getObject("seen_at", OffsetDateTime.class)),
                        row.getString("address"),
                        row.getString("browser")))
                .list();
    }

    /** Ends one of an account's; false when there is none alive of that id. */
    public boolean end(long accountId, long id) {
        return db.sql(END).param("id", id).param("account", accountId).update() == 1;
    }

    /** Ends all of an account but one, and says how many. */
    public int endOthers(long accountId, long kept) {
        return db.sql(END_OTHERS)
                .param("account", accountId)
                .param("kept", kept)
                .update();
    }

    /** Ends all of an account. */
    public int endAll(long accountId) {
        return endOthers(accountId, NONE);
    }

    /** From now on the person acts under this grant, one of several in force. */
    public void actUnder(long id, long grantId) {
        db.sql(ACT_UNDER).param("id", id).param("grant", grantId).update();
    }

    /** After so many seconds without a request a row is idle. */
    public int idleSeconds() {
        return db.sql(IDLE_SECONDS).query(Integer.class).single();
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }

    /** How somebody proved who they are. */
    public enum Way {
        PASSWORD,
        OPENID
    }

    /** One browser that is in. */
    public record SignIn(long id, Way way, Instant beganAt, Instant seenAt, String address, String browser) {}
}
