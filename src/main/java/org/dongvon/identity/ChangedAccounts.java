package org.dongvon.identity;

import java.util.Optional;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The accounts and grants that changes are about, locked while a change is made. */
@Repository
class ChangedAccounts {

    private static final String BY_LOGIN = """
            select id, person_id, login, full_name, active from identity.account where login = :login for no key update
            """;

    private static final String TAKEN = """
            select exists (select from identity.account where login = :login)
            """;

    private static final String ACTIVE_OF = """
            select a.login
              from identity.person p
              join identity.account a on a.person_id = p.id and a.active
             where p.number_hash = :number
            """;

    private static final String PERSON_OF = """
            select id from identity.person where number_hash = :number
            """;

    private static final String NAME = """
            select full_name from identity.account where login = :login
            """;

    private static final String GRANT = """
            select g.id, g.role, g.unit_id, u.name as unit, g.ended_at is null as held, a.id as account_id, a.person_id, a.login,
                   a.full_name
              from identity.role_grant g
              join identity.account a on a.id = g.account_id
              join organisation.unit u on u.id = g.unit_id
             where g.id = :grant
               for no key update of g
            """;

    private static final String LOGIN_OF_GRANT = """
            select a.login from identity.role_grant g join identity.account a on a.id = g.account_id where g.id = :grant
            """;

    private static final String A_UNIT = """
            select unit_id from identity.role_grant where account_id = :account order by ended_at nulls first, id limit 1
            """;

    private static final String CLOSE = """
            update identity.account set active = false where id = :account
            """;

    private static final String MAKER = """
            select maker_account from shared.change_request where id = :id
            """;

    private final JdbcClient db;

    ChangedAccounts(JdbcClient db) {
        this.db = db;
    }

    /**
     * The account of a login, locked.
     *
     * @throws Refused {@link IdentityRefusal#UNKNOWN_LOGIN}
     */
    Held byLogin(String login) {
        return db.sql(BY_LOGIN)
                .param("login", login)
                .query((row, n) -> new Held(
                        new Account(
                                row.getLong("id"),
                                row.getLong("person_id"),
                                row.getString("login"),
                                row.getString("full_name")),
                        row.getBoolean("active")))
                .optional()
                .orElseThrow(() -> new Refused(IdentityRefusal.UNKNOWN_LOGIN, login));
    }

    /**
     * Refuses a login that somebody has or had.
     *
     * @throws Refused {@link IdentityRefusal#LOGIN_TAKEN}
     */
    void requireFree(String login) {
        if (db.sql(TAKEN).param("login", login).query(Boolean.class).single()) {
            throw new Refused(IdentityRefusal.LOGIN_TAKEN, login);
        }
    }

    /** The login of the person's active account, by the hash of the identity number. */
    Optional<String> activeOf(byte[] numberHash) {
        return db.sql(ACTIVE_OF)
                .param("number", numberHash)
                .query((row, n) -> row.getString("login"))
                .optional();
    }

    /** The person of an identity number; 0 when nobody of that number ever had an account. */
    long person(byte[] numberHash) {
        return db.sql(PERSON_OF)
                .param("number", numberHash)
                .query((row, n) -> row.getLong("id"))
                .optional()
                .orElse(0L);
    }

    /** The login with the name of the person. */
    String describe(String login) {
        return db.sql(NAME)
                .param("login", login)
                .query(String.class)
                .optional()
                .map(name -> name + " (" + login + ")")
                .orElse(login);
    }

    /**
     * The grant of a number, locked.
     *
     * @throws Refused {@link IdentityRefusal#GRANT_ENDED} when there is none
     */
    HeldGrant grant(String number) {
        return db.sql(GRANT)
                .param("grant", parse(number))
                .query((row, n) -> new HeldGrant(
                        row.getLong("id"),
                        Role.valueOf(row.getString("role")),
                        row.getLong("unit_id"),
                        row.getString("unit"),
                        row.getBoolean("held"),
                        new Account(
                                row.getLong("account_id"),
                                row.getLong("person_id"),
                                row.getString("login"),
                                row.getString("full_name"))))
                .optional()
                .orElseThrow(() -> new Refused(IdentityRefusal.GRANT_ENDED));
    }

    /** Who holds, or held, the grant of a number; locks nothing, since lists are read where nothing may be locked. */
    String describeGrant(String number) {
        return db.sql(LOGIN_OF_GRANT)
                .param("grant", parse(number))
                .query(String.class)
                .optional()
                .map(this::describe)
                .orElse(number);
    }

    private static long parse(String number) {
        return number.matches("\\d{1,18}") ? Long.parseLong(number) : 0;
    }

    /** A unit that an account holds, or held, a role at. */
    long aUnit(long accountId) {
        return db.sql(A_UNIT)
                .param("account", accountId)
                .query(Long.class)
                .optional()
                .orElse(0L);
    }

    void close(long accountId) {
        db.sql(CLOSE).param("account", accountId).update();
    }

    /** Who asked for a change. */
    long maker(long changeId) {
        return db.sql(MAKER).param("id", changeId).query(Long.class).single();
    }

    /**
     * Refuses whoever would decide on themselves.
     *
     * @throws Refused {@link IdentityRefusal#NOT_TO_ONESELF}
     */
    static void requireAnother(Actor actor, Account account) {
        if (actor.personId() == account.personId()) {
            throw new Refused(IdentityRefusal.NOT_TO_ONESELF);
        }
    }

    record Held(Account account, boolean open) {}

    record HeldGrant(long id, Role role, long unitId, String unit, boolean held, Account account) {}
}
