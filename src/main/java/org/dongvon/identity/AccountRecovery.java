package org.dongvon.identity;

import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.identity.password.OneTimePassword;
import org.dongvon.identity.secondfactor.SecondFactors;
import org.dongvon.identity.session.SignIns;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Lets people in again who have lost their password, or telephone and paper: the operator's work at the terminal. */
@Service
public class AccountRecovery {

    private static final String RESET = """
            update identity.account
               set password_hash = :hash, password_one_time = true, password_changed_at = clock_timestamp(),
                   failures = 0, failing_since = null
             where id = :id
            """;

    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final SignIns signIns;
    private final SecondFactors factors;
    private final SecurityEvents events;
    private final Transactions transactions;

    AccountRecovery(
            JdbcClient db,
            PasswordEncoder encoder,
            SignIns signIns,
            SecondFactors factors,
            SecurityEvents events,
            Transactions transactions) {
        this.db = db;
        this.encoder = encoder;
        this.signIns = signIns;
        this.factors = factors;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Gives an account a password for one log-in, which it returns; the lock after wrong passwords goes, all its
     * sign-ins end.
     *
     * @throws Refused {@link IdentityRefusal#UNKNOWN_LOGIN}
     */
    public String resetPassword(Actor operator, String login) {
        operator.requireRole(Role.SYSTEM);
        var password = OneTimePassword.random();
        var hash = encoder.encode(password);
        transactions.write(operator, () -> {
            long id = Accounts.activeId(db, login);
            db.sql(RESET).param("id", id).param("hash", hash).update();
            signIns.endAll(id);
            events.noteBy(operator.id(), SecurityEvent.PASSWORD_RESET, id, Caller.TERMINAL, "");
            return id;
        });
        return password;
    }

    /**
     * Takes the second factor from an account whose person has lost telephone and paper; all its sign-ins end.
     *
     * @throws Refused {@link IdentityRefusal#UNKNOWN_LOGIN}, {@link IdentityRefusal#FACTOR_MISSING}
     */
    public void resetSecondFactor(Actor operator, String login) {
        operator.requireRole(Role.SYSTEM);
        transactions.write(operator, () -> {
            long id = Accounts.activeId(db, login);
            if (!factors.remove(operator.id(), id, Caller.TERMINAL)) {
                throw new Refused(IdentityRefusal.FACTOR_MISSING);
            }
            signIns.endAll(id);
            return id;
        });
    }
}
