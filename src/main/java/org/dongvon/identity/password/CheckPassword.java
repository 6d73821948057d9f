package org.dongvon.identity.password;

import java.util.Optional;
import org.dongvon.identity.Account;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.DemoMode;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Checks a login and a password. An unknown login, a locked or closed account and a wrong password cost the same time
 * and give the same answer. Accounts of demonstration data open demonstration servers alone.
 */
@Service
@WebOnly
public class CheckPassword {

    private static final String FIND = """
            select id, person_id, login, full_name, password_hash,
                   active and (not demonstration or :demo)
                          and (not password_one_time
                               or password_changed_at > clock_timestamp()
                                  - make_interval(hours => identity.setting_now('ONE_TIME_PASSWORD_HOURS')))
                          and not (failures >= identity.setting_now('LOCK_FAILURES') and failing_since > clock_timestamp() - make_interval(mins => identity.setting_now('LOCK_MINUTES')))
                       as open
              from identity.account
             where login = :login
            """;

    // Attempts on a locked account do not prolong the lock: nobody can shut a colleague out for good.
    private static final String COUNT_FAILURE = """
            update identity.account
               set failures = case when failing_since > clock_timestamp() - make_interval(mins => identity.setting_now('LOCK_MINUTES'))
                                   then least(failures + 1, identity.setting_now('LOCK_FAILURES') + 1) else 1 end,
                   failing_since = case when failing_since > clock_timestamp() - make_interval(mins => identity.setting_now('LOCK_MINUTES'))
                                        then failing_since else clock_timestamp() end
             where login = :login
            returning id, failures = identity.setting_now('LOCK_FAILURES') as locks
            """;

    private static final String FORGET_FAILURES = """
            update identity.account set failures = 0, failing_since = null where login = :login and failures > 0
            """;

    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final SecurityEvents events;
    private final DemoMode demo;
    private final String nobodysHash;

    CheckPassword(JdbcClient db, PasswordEncoder encoder, SecurityEvents events, DemoMode demo) {
        this.db = db;
        this.encoder = encoder;
        this.events = events;
        this.demo = demo;
        this.nobodysHash = encoder.encode("nobody has this password");
    }

    /** The account, if all is right. */
    public Optional<Account> run(String login, String password, Caller caller) {
        var found = db.sql(FIND)
                .param("login", login)
                .param("demo", demo.isOn())
                .query((row, n) -> new Found(
                        new Account(
                                row.getLong("id"),
                                row.getLong("person_id"),
                                row.getString("login"),
                                row.getString("full_name")),
                        row.getString("password_hash"),
                        row.getBoolean("open")))
                .optional();
        boolean matches = encoder.matches(
                PasswordRules.normal(password), found.map(Found::hash).orElse(nobodysHash));
        if (matches && found.isPresent() && found.get().open()) {
            db.sql(FORGET_FAILURES).param("login", login).update();
            return found.map(Found::account);
        }
        countFailure(login, caller);
        return Optional.empty();
    }

    private void countFailure(String login, Caller caller) {
        var failed = db.sql(COUNT_FAILURE)
                .param("login", login)
                .query((row, n) -> new Failed(row.getLong("id"), row.getBoolean("locks")))
                .optional();
        if (failed.isEmpty()) {
            events.noteOfStranger(SecurityEvent.LOG_IN_FAILED, caller);
            return;
        }
        events.noteBy(0, SecurityEvent.LOG_IN_FAILED, failed.get().accountId(), caller, "");
        if (failed.get().locks()) {
            events.noteBy(0, SecurityEvent.ACCOUNT_LOCKED, failed.get().accountId(), caller, "");
        }
    }

    private record Found(Account account, String hash, boolean open) {}

    /** @param locks whether it was the wrong password that locks */
    private record Failed(long accountId, boolean locks) {}
}
