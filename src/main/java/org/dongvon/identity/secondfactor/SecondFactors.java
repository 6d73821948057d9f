package org.dongvon.identity.secondfactor;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.Owner;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Adds, checks and takes away second factors. A code opens once; ten wrong ones within fifteen minutes lock it. */
@Service
public class SecondFactors {

    private static final String NOW = """
            select cast(extract(epoch from clock_timestamp()) as bigint) as now, identity.setting_now('CODE_STEPS') as steps
            """;

    private static final String DEMONSTRATION = "select demonstration from identity.account where id = :account";

    private static final String ADD = """
            insert into identity.second_factor (account_id, secret, last_step) values (:account, :secret, :step)
                on conflict (account_id) do nothing
            """;

    private static final String ADDED = "select added_at from identity.second_factor where account_id = :account";

    // Held to the end: two requests with the same code come one after the other, and the second finds it used.
    private static final String LOCK = """
            select secret, last_step,
                   case when failures >= identity.setting_now('LOCK_FAILURES')
                              and failing_since > clock_timestamp() - make_interval(mins => identity.setting_now('LOCK_MINUTES')) then identity.setting_now('LOCK_MINUTES') else 0 end as locked_minutes,
                   cast(extract(epoch from clock_timestamp()) as bigint) as now, identity.setting_now('CODE_STEPS') as steps
              from identity.second_factor
             where account_id = :account
               for update
            """;

    private static final String PASS = """
            update identity.second_factor
               set last_step = greatest(last_step, :step), failures = 0, failing_since = null
             where account_id = :account
            """;

    private static final String COUNT_FAILURE = """
            update identity.second_factor
               set failures = case when failing_since > clock_timestamp() - make_interval(mins => identity.setting_now('LOCK_MINUTES'))
                                   then least(failures + 1, identity.setting_now('LOCK_FAILURES')) else 1 end,
                   failing_since = case when failing_since > clock_timestamp() - make_interval(mins => identity.setting_now('LOCK_MINUTES'))
                                        then failing_since else clock_timestamp() end
             where account_id = :account
            returning failures >= identity.setting_now('LOCK_FAILURES') as locks
            """;

    private static final String REMOVE = "delete from identity.second_factor where account_id = :account";

    private static final Pattern DIGITS = Pattern.compile("[0-9]{" + Totp.DIGITS + "}");
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final SecretBox box;
    private final RecoveryCodes recoveryCodes;
    private final SecurityEvents events;
    private final Transactions transactions;

    SecondFactors(
            JdbcClient db,
            SecretBox box,
            RecoveryCodes recoveryCodes,
            SecurityEvents events,
            Transactions transactions) {
        this.db = db;
        this.box = box;
        this.recoveryCodes = recoveryCodes;
        this.events = events;
        this.transactions = transactions;
    }

    /** A new secret for somebody's app. */
    Enrolment begin(Owner owner) {
        var secret = new byte[Totp.SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return Enrolment.of(owner, secret, box.seal(owner.accountId(), secret));
    }

    /**
     * The same secret again, as the page sent it back.
     *
     * @throws Refused {@link IdentityRefusal#ENROLMENT_NOT_OURS} when we did not give it to this account
     */
    Enrolment again(Owner owner, String sealed) {
        var secret = opened(owner, sealed);
        return Enrolment.of(owner, secret, box.seal(owner.accountId(), secret));
    }

    /**
     * Adds the second factor whose first code is right, and returns the recovery codes.
     *
     * @throws Refused {@link IdentityRefusal#DEMONSTRATION_ACCOUNT}, {@link IdentityRefusal#ENROLMENT_NOT_OURS},
     *     {@link IdentityRefusal#CODE_WRONG}, {@link IdentityRefusal#FACTOR_EXISTS}
     */
    List<String> add(Owner owner, String sealed, String code, Caller caller) {
        if (db.sql(DEMONSTRATION)
                .param("account", owner.accountId())
                .query(Boolean.class)
                .single()) {
            throw new Refused(IdentityRefusal.DEMONSTRATION_ACCOUNT);
        }
        var secret = opened(owner, sealed);
        var when = db.sql(NOW).query((row, n) -> when(row)).single();
        long step = Totp.match(secret, bare(code), when, 0).orElseThrow(() -> new Refused(IdentityRefusal.CODE_WRONG));
        return transactions.write(Actor.SYSTEM, () -> {
            int added = db.sql(ADD)
                    .param("account", owner.accountId())
                    .param("secret", box.seal(owner.accountId(), secret))
                    .param("step", step)
                    .update();
            if (added == 0) {
                throw new Refused(IdentityRefusal.FACTOR_EXISTS);
            }
            events.note(SecurityEvent.FACTOR_ADDED, owner.accountId(), caller);
            return recoveryCodes.make(owner.accountId());
        });
    }

    /** Since when an account has one. */
    public Optional<Instant> addedAt(long accountId) {
        return db.sql(ADDED)
                .param("account", accountId)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant);
    }

    /** How many recovery codes are left. */
    int recoveryCodesLeft(long accountId) {
        return recoveryCodes.left(accountId);
    }

    /**
     * Lets a code of the app, or a recovery code, pass.
     *
     * @throws Refused {@link IdentityRefusal#FACTOR_MISSING}, {@link IdentityRefusal#CODES_LOCKED},
     *     {@link IdentityRefusal#CODE_WRONG}; a code used before is wrong
     */
    void check(Owner owner, String typed, Caller caller) {
        var passed = transactions.write(Actor.SYSTEM, () -> {
            var held = lock(owner);
            if (held.lockedMinutes() > 0) {
                throw new Refused(IdentityRefusal.CODES_LOCKED, held.lockedMinutes());
            }
            return passes(owner, held, typed, caller) || countFailure(owner, caller);
        });
        if (!passed) {
            throw new Refused(IdentityRefusal.CODE_WRONG);
        }
    }

    /**
     * Ten new recovery codes, for who shows a code.
     *
     * @throws Refused as {@link #check}
     */
    List<String> renewRecoveryCodes(Owner owner, String typed, Caller caller) {
        check(owner, typed, caller);
        return transactions.write(Actor.SYSTEM, () -> {
            events.note(SecurityEvent.RECOVERY_CODES_MADE, owner.accountId(), caller);
            return recoveryCodes.make(owner.accountId());
        });
    }

    /**
     * Takes the second factor away from who shows a code: for another telephone.
     *
     * @throws Refused as {@link #check}
     */
    void remove(Owner owner, String typed, Caller caller) {
        check(owner, typed, caller);
        remove(owner.accountId(), owner.accountId(), caller);
    }

    /** Takes it away from somebody who has neither telephone nor paper; false when there is none. */
    public boolean remove(long byId, long accountId, Caller caller) {
        return transactions.write(Actor.SYSTEM, () -> {
            recoveryCodes.forget(accountId);
            boolean removed = db.sql(REMOVE).param("account", accountId).update() == 1;
            if (removed) {
                events.noteBy(byId, SecurityEvent.FACTOR_REMOVED, accountId, caller, "");
            }
            return removed;
        });
    }

    private Held lock(Owner owner) {
        return db.sql(LOCK)
                .param("account", owner.accountId())
                .query((row, n) -> new Held(
                        row.getBytes("secret"), row.getLong("last_step"), row.getInt("locked_minutes"), when(row)))
                .optional()
                .orElseThrow(() -> new Refused(IdentityRefusal.FACTOR_MISSING));
    }

    private static Totp.When when(ResultSet row) throws SQLException {
        return new Totp.When(Totp.step(row.getLong("now")), row.getInt("steps"));
    }

    private boolean passes(Owner owner, Held held, String typed, Caller caller) {
        var code = bare(typed);
        if (!DIGITS.matcher(code).matches()) {
            boolean right = recoveryCodes.use(owner.accountId(), typed);
            if (right) {
                pass(owner, held.lastStep());
                events.note(SecurityEvent.RECOVERY_CODE_USED, owner.accountId(), caller);
            }
            return right;
        }
        var secret = box.open(owner.accountId(), held.secret())
                .orElseThrow(() -> new IllegalStateException(
                        "the second factor of account " + owner.accountId() + " does not open under this key"));
        var step = Totp.match(secret, code, held.when(), held.lastStep());
        if (step.isPresent()) {
            pass(owner, step.getAsLong());
            events.note(SecurityEvent.CODE_GIVEN, owner.accountId(), caller);
        }
        return step.isPresent();
    }

    private void pass(Owner owner, long step) {
        db.sql(PASS).param("account", owner.accountId()).param("step", step).update();
    }

    /** Always false: what a wrong code comes to. */
    private boolean countFailure(Owner owner, Caller caller) {
        boolean locks = db.sql(COUNT_FAILURE)
                .param("account", owner.accountId())
                .query(Boolean.class)
                .single();
        events.note(SecurityEvent.CODE_FAILED, owner.accountId(), caller);
        if (locks) {
            events.note(SecurityEvent.CODES_LOCKED, owner.accountId(), caller);
        }
        return false;
    }

    private byte[] opened(Owner owner, String sealed) {
        try {
            return box.open(owner.accountId(), Base64.getUrlDecoder().decode(sealed))
                    .orElseThrow(() -> new Refused(IdentityRefusal.ENROLMENT_NOT_OURS));
        } catch (IllegalArgumentException notBase64) {
            throw new Refused(IdentityRefusal.ENROLMENT_NOT_OURS);
        }
    }

    private static String bare(String typed) {
        return typed.replaceAll("[\\s.-]+", "");
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Held(byte[] secret, long lastStep, int lockedMinutes, Totp.When when) {}
}
