package org.dongvon.identity.password;

import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.Owner;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.identity.session.SignIns;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.WebOnly;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Gives an account the password that its owner chose, and ends the owner's sign-ins elsewhere. */
@Service
@WebOnly
public class ChangePassword {

    private static final String FIND = """
            select password_hash, demonstration from identity.account where id = :id and active
            """;

    private static final String STORE = """
            update identity.account
               set password_hash = :hash, password_one_time = false, password_changed_at = clock_timestamp()
             where id = :id
            """;

    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final CheckPassword check;
    private final BreachedPasswords breached;
    private final SignIns signIns;
    private final SecurityEvents events;
    private final Transactions transactions;

    ChangePassword(
            JdbcClient db,
            PasswordEncoder encoder,
            CheckPassword check,
            BreachedPasswords breached,
            SignIns signIns,
            SecurityEvents events,
            Transactions transactions) {
        this.db = db;
        this.encoder = encoder;
        this.check = check;
        this.breached = breached;
        this.signIns = signIns;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Changes the password of someone who knows the old one.
     *
     * @param keptSignIn the sign-in that goes on
     * @throws Refused {@link IdentityRefusal#PASSWORD_WRONG}, which counts towards the lock like a wrong log-in, and as
     *     {@link #choose}
     */
    void change(Owner owner, String old, String chosen, long keptSignIn, Caller caller) {
        requireOwn(owner);
        if (check.run(owner.login(), old, caller).isEmpty()) {
            throw new Refused(IdentityRefusal.PASSWORD_WRONG);
        }
        choose(owner, chosen, keptSignIn, caller);
    }

    /**
     * Gives the account its owner's password in place of one that somebody else chose.
     *
     * @throws Refused {@link IdentityRefusal#DEMONSTRATION_ACCOUNT}, {@link IdentityRefusal#PASSWORD_SAME}, and as
     *     {@link PasswordRules#check} and {@link BreachedPasswords#refuse}
     */
    void choose(Owner owner, String chosen, long keptSignIn, Caller caller) {
        var old = requireOwn(owner);
        PasswordRules.check(chosen, owner.login(), owner.fullName());
        breached.refuse(chosen);
        var normal = PasswordRules.normal(chosen);
        if (encoder.matches(normal, old)) {
            throw new Refused(IdentityRefusal.PASSWORD_SAME);
        }
        var hash = encoder.encode(normal);
        transactions.write(Actor.SYSTEM, () -> {
            db.sql(STORE).param("id", owner.accountId()).param("hash", hash).update();
            int ended = signIns.endOthers(owner.accountId(), keptSignIn);
            events.note(SecurityEvent.PASSWORD_CHANGED, owner.accountId(), caller, Integer.toString(ended));
            return 0;
        });
    }

    /** The hash of a password that is its owner's to change. */
    private String requireOwn(Owner owner) {
        return db.sql(FIND)
                .param("id", owner.accountId())
                .query((row, n) -> {
                    if (row.getBoolean("demonstration")) {
                        throw new Refused(IdentityRefusal.DEMONSTRATION_ACCOUNT);
                    }
                    return row.getString("password_hash");
                })
                .optional()
                .orElseThrow(() -> new Refused(IdentityRefusal.UNKNOWN_LOGIN, owner.login()));
    }
}
