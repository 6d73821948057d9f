package org.dongvon.identity.login;

import java.util.Optional;
import org.dongvon.identity.Account;
import org.dongvon.shared.WebOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * Checks a login and a password. An unknown login, a locked or closed account and a wrong password cost the same time
 * and give the same answer.
 */
@Service
@WebOnly
class CheckPassword {

    private static final String FIND = """
            select id, person_id, login, full_name, password_hash,
                   active and not (failures >= 10 and failing_since > clock_timestamp() - interval '15 minutes') as open
              from identity.account
             where login = :login
            """;

    // Attempts on a locked account do not prolong the lock: nobody can shut a colleague out for good.
    private static final String COUNT_FAILURE = """
            update identity.account
               set failures = case when failing_since > clock_timestamp() - interval '15 minutes'
                                   then least(failures + 1, 10) else 1 end,
                   failing_since = case when failing_since > clock_timestamp() - interval '15 minutes'
                                        then failing_since else clock_timestamp() end
             where login = :login
            """;

    private static final String FORGET_FAILURES = """
            update identity.account set failures = 0, failing_since = null where login = :login and failures > 0
            """;

    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final String nobodysHash;

    CheckPassword(JdbcClient db, PasswordEncoder encoder) {
        this.db = db;
        this.encoder = encoder;
        this.nobodysHash = encoder.encode("nobody has this password");
    }

    /** The account, if all is right. */
    Optional<Account> run(String login, String password) {
        var found = db.sql(FIND)
                .param("login", login)
                .query((row, n) -> new Found(
                        new Account(
                                row.getLong("id"),
                                row.getLong("person_id"),
                                row.getString("login"),
                                row.getString("full_name")),
                        row.getString("password_hash"),
                        row.getBoolean("open")))
                .optional();
        boolean matches = encoder.matches(password, found.map(Found::hash).orElse(nobodysHash));
        boolean passed = matches && found.isPresent() && found.get().open();
        db.sql(passed ? FORGET_FAILURES : COUNT_FAILURE).param("login", login).update();
        return found.filter(account -> passed).map(Found::account);
    }

    private record Found(Account account, String hash, boolean open) {}
}
