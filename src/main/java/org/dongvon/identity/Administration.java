package org.dongvon.identity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.identity.password.OneTimePassword;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * What the operator at the terminal of the server does to accounts; no page does these things. The first administrator
 * is made here.
 *
 * <p>Example: {@code add(Actor.SYSTEM, new NewAccount("ha", "Lê Thu Hà", Role.TELLER, office), Optional.empty())} makes
 * Hà's account and returns a password for her first log-in, at which she chooses her own.
 */
@Service
public class Administration {

    private static final String ACTIVE_OF_NUMBER = """
            select a.login
              from identity.person p
              join identity.account a on a.person_id = p.id and a.active
             where p.number_hash = :number
            """;

    private static final String LIST = """
            select a.login, a.full_name, a.active, a.password_one_time,
                   coalesce((select string_agg(g.role || ' ' || u.code, ', ' order by g.valid_from, g.id)
                               from identity.role_grant g
                               join organisation.unit u on u.id = g.unit_id
                              where g.account_id = a.id and g.ended_at is null
                                and daterange(g.valid_from, g.valid_through, '[]') @> organisation.latest_day()), '')
                       as roles,
                   exists (select from identity.second_factor f where f.account_id = a.id) as has_factor,
                   (select max(e.at) from identity.event e
                     where e.account_id = a.id and e.kind = 'LOGGED_IN') as last_logged_in_at
              from identity.account a
             order by a.login
            """;

    private static final String CLOSE = "update identity.account set active = false where id = :id and active";

    private final JdbcClient db;
    private final Accounts accounts;
    private final Grants grants;
    private final PersonNumbers numbers;
    private final SecurityEvents events;
    private final Transactions transactions;

    Administration(
            JdbcClient db,
            Accounts accounts,
            Grants grants,
            PersonNumbers numbers,
            SecurityEvents events,
            Transactions transactions) {
        this.db = db;
        this.accounts = accounts;
        this.grants = grants;
        this.numbers = numbers;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Makes an account with its first role, and returns the password for the first log-in.
     *
     * @param identityNumber 12 digits, by which the same person is known again under another login
     * @throws Refused {@link IdentityRefusal#IDENTITY_NUMBER_WRONG}, {@link IdentityRefusal#PERSON_HAS_ACCOUNT} and as
     *     {@link Accounts#create(Actor, NewAccount, String)}
     */
    public String add(Actor operator, NewAccount account, Optional<String> identityNumber) {
        operator.requireRole(Role.SYSTEM);
        var number = identityNumber.map(numbers::hash).orElse(null);
        if (number != null) {
            refuseSecondAccount(number);
        }
        var password = OneTimePassword.random();
        transactions.write(operator, () -> {
            long id = accounts.create(operator, account, new FirstPassword(password, true, number));
            events.noteBy(
                    operator.id(),
                    SecurityEvent.ACCOUNT_ADDED,
                    id,
                    Caller.TERMINAL,
                    account.role().name());
            return id;
        });
        return password;
    }

    /** All accounts by login, the closed ones too. */
    public List<Listed> list() {
        return db.sql(LIST)
                .query((row, n) -> {
                    var last = row.getObject("last_logged_in_at", OffsetDateTime.class);
                    return new Listed(
                            row.getString("login"),
                            row.getString("full_name"),
                            row.getString("roles"),
                            row.getBoolean("active"),
                            row.getBoolean("password_one_time"),
                            row.getBoolean("has_factor"),
                            last == null ? null : last.toInstant());
                })
                .list();
    }

    /**
     * Closes an account: its person is out at once, and its roles end.
     *
     * @throws Refused {@link IdentityRefusal#UNKNOWN_LOGIN} also when it is closed already
     */
    public void close(Actor operator, String login) {
        operator.requireRole(Role.SYSTEM);
        transactions.write(operator, () -> {
            long id = Accounts.activeId(db, login);
            grants.endAll(operator, id);
            db.sql(CLOSE).param("id", id).update();
            events.noteBy(operator.id(), SecurityEvent.ACCOUNT_CLOSED, id, Caller.TERMINAL, "");
            return id;
        });
    }

    private void refuseSecondAccount(byte[] number) {
        db.sql(ACTIVE_OF_NUMBER)
                .param("number", number)
                .query(String.class)
                .optional()
                .ifPresent(login -> {
                    throw new Refused(IdentityRefusal.PERSON_HAS_ACCOUNT, login);
                });
    }

    /**
     * An account as operators see it.
     *
     * @param roles in force now, each with the code of its unit
     * @param oneTime whether the person has still to choose a password
     */
    public record Listed(
            String login,
            String fullName,
            String roles,
            boolean active,
            boolean oneTime,
            boolean hasSecondFactor,
            @Nullable Instant lastLoggedInAt) {}
}
