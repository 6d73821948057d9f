package org.dongvon.identity;

import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.identity.password.OneTimePassword;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * An administrator hands a person the password for their first log-in. Whoever has logged in once has a password of their
 * own, which only the operator at the terminal replaces.
 */
@Service
public class HandOutPassword {

    private static final String REPLACE = """
            update identity.account a
               set password_hash = :hash, password_changed_at = clock_timestamp(), failures = 0, failing_since = null
             where a.id = :id and a.active and a.password_one_time
               and not exists (select from identity.event e where e.account_id = a.id and e.kind = 'LOGGED_IN')
            """;

    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final ChangedAccounts accounts;
    private final Jurisdiction jurisdiction;
    private final SecurityEvents events;
    private final Transactions transactions;

    HandOutPassword(
            JdbcClient db,
            PasswordEncoder encoder,
            ChangedAccounts accounts,
            Jurisdiction jurisdiction,
            SecurityEvents events,
            Transactions transactions) {
        this.db = db;
        this.encoder = encoder;
        this.accounts = accounts;
        this.jurisdiction = jurisdiction;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * A password for one log-in, shown once and kept as its hash; the one that was handed out before is worth nothing.
     *
     * @throws Refused {@link org.dongvon.shared.SharedRefusal#ROLE_MAY_NOT}, {@link IdentityRefusal#UNKNOWN_LOGIN}, {@link
     *     IdentityRefusal#UNIT_NOT_YOURS}, {@link IdentityRefusal#NOT_TO_ONESELF}, {@link
     *     IdentityRefusal#LOGGED_IN_ALREADY}
     */
    public String run(Actor administrator, String login, Caller caller) {
        administrator.requireRole(Role.ADMINISTRATOR);
        var password = OneTimePassword.random();
        var hash = encoder.encode(password);
        transactions.write(administrator, () -> {
            var account = accounts.byLogin(login).account();
            ChangedAccounts.requireAnother(administrator, account);
            // An account of others is answered like one that does not exist.
            if (!jurisdiction.holds(administrator, accounts.aUnit(account.id()))) {
                throw new Refused(IdentityRefusal.UNKNOWN_LOGIN, login);
            }
            jurisdiction.requireAccount(administrator, account.id());
            if (db.sql(REPLACE).param("id", account.id()).param("hash", hash).update() == 0) {
                throw new Refused(IdentityRefusal.LOGGED_IN_ALREADY, login);
            }
            events.noteBy(administrator.id(), SecurityEvent.PASSWORD_RESET, account.id(), caller, "");
            return account.id();
        });
        return password;
    }
}
