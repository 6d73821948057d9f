package org.dongvon.identity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.dongvon.identity.password.OneTimePassword;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Staff;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Spelling;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/**
 * The people who log in.
 *
 * <p>Example: {@code create(Actor.SYSTEM, new NewAccount("ha", "Lê Thu Hà", Role.TELLER, office), password)} lets Hà
 * log in as teller of that office; {@code actor("ha")} is she, for a command given {@code --as ha}.
 */
@Service
public class Accounts {

    // Who has an identity number that is known is the same person as before; all others are new ones.
    private static final String INSERT = """
            with known as (
                select id from identity.person where number_hash = :number),
            person as (
                insert into identity.person (id, number_hash)
                select shared.new_id('identity.person_id'), cast(:number as bytea)
                 where not exists (select from known)
                   and not exists (select from identity.account where login = :login)
                returning id)
            insert into identity.account (login, password_hash, full_name, created_by, person_id, password_one_time,
                                          demonstration)
            select :login, :hash, :name, :creator, human.id, :oneTime, :demonstration
              from (select id from known union all select id from person) human
                on conflict (login) do nothing
            returning id, person_id, login, full_name
            """;

    private static final String EXISTS = """
            select exists (select from identity.account where login = :login and active)
            """;

    private static final String BY_LOGIN = """
            select id, person_id, login, full_name from identity.account where login = :login and active
            """;

    private static final String CHOOSE = """
            update identity.account set acting_grant = :grant where id = :account
            """;

    private static final String HOLDERS = """
            select a.id, a.person_id, a.login, a.full_name, g.role, coalesce(o.name, u.name) as place
              from identity.account a
              join lateral (
                select role, unit_id
                  from identity.role_grant
                 where account_id = a.id and ended_at is null
                   and daterange(valid_from, valid_through, '[]') @> organisation.latest_day()
                 order by valid_from, id
                 limit 1) g on true
              join identity.role_rule r on r.role = g.role
              join organisation.unit u on u.id = g.unit_id
              left join lateral (
                select min(p.office_id) as id
                  from organisation.point p
                 where u.kind in ('POINT', 'COMMUNE') and u.id in (p.id, p.commune_id)) near on true
              left join organisation.unit o on o.id = near.id
             where a.active and a.demonstration
             order by array_position(array['PROVINCE', 'COUNTRY'], u.kind) nulls first, coalesce(o.id, u.id), r.ordinal, a.login
            """;

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9.-]{1,31}");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 128;

    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final Grants grants;
    private final ActingGrants acting;
    private final BusinessDays days;
    private final Staff staff;
    private final Transactions transactions;

    Accounts(
            JdbcClient db,
            PasswordEncoder encoder,
            Grants grants,
            ActingGrants acting,
            BusinessDays days,
            Staff staff,
            Transactions transactions) {
        this.db = db;
        this.encoder = encoder;
        this.grants = grants;
        this.acting = acting;
        this.days = days;
        this.staff = staff;
        this.transactions = transactions;
    }

    /**
     * Makes an account with its first role and returns its id. Only the operator may.
     *
     * @throws Refused {@link org.dongvon.shared.SharedRefusal#ROLE_MAY_NOT}, {@link IdentityRefusal#LOGIN_NOT_PLAIN},
     *     {@link IdentityRefusal#NAME_MISSING}, {@link IdentityRefusal#PASSWORD_LENGTH}, {@link
     *     IdentityRefusal#LOGIN_TAKEN} and what a grant is refused for
     */
    public long create(Actor operator, NewAccount account, String password) {
        return create(operator, account, FirstPassword.lasting(password));
    }

    /** The same with more on how the person comes to log in. */
    long create(Actor operator, NewAccount account, FirstPassword first) {
        operator.requireRole(Role.SYSTEM);
        var name = Spelling.of(account.fullName());
        check(account.login(), name);
        checkLength(first.text());
        var hash = encoder.encode(first.text());
        return transactions.write(operator, () -> {
            var made = insert(operator.id(), new NamedAccount(account.login(), name), first, hash);
            staff.join(made.id(), name);
            grants.give(operator.id(), operator.id(), made, first(account));
            return made.id();
        });
    }

    /**
     * Gives an account one more role; only the operator may do so alone.
     *
     * @throws Refused {@link org.dongvon.shared.SharedRefusal#ROLE_MAY_NOT}, {@link IdentityRefusal#UNKNOWN_LOGIN} and
     *     what a grant is refused for
     */
    public void give(Actor operator, String login, NewGrant grant) {
        operator.requireRole(Role.SYSTEM);
        transactions.write(operator, () -> {
            var account = db.sql(BY_LOGIN)
                    .param("login", login)
                    .query(Account.class)
                    .optional()
                    .orElseThrow(() -> new Refused(IdentityRefusal.UNKNOWN_LOGIN, login));
            return grants.give(operator.id(), operator.id(), account, grant);
        });
    }

    /** Before any office has opened its books, a role holds from the beginning of time. */
    private NewGrant first(NewAccount account) {
        return new NewGrant(
                account.role(),
                account.unitId(),
                account.narrowing(),
                days.latest().orElse(LocalDate.EPOCH),
                account.through());
    }

    private Account insert(long creator, NamedAccount named, FirstPassword first, @Nullable String hash) {
        return db.sql(INSERT)
                .param("login", named.login())
                .param("hash", hash)
                .param("name", named.name())
                .param("creator", creator)
                .param("number", first.numberHash())
                .param("oneTime", first.oneTime())
                .param("demonstration", first.isOfDemonstration())
                .query(Account.class)
                .optional()
                .orElseThrow(() -> new Refused(IdentityRefusal.LOGIN_TAKEN, named.login()));
    }

    private record NamedAccount(String login, String name) {}

    /**
     * The person behind a login, acting under the oldest grant in force.
     *
     * @throws Refused {@link IdentityRefusal#UNKNOWN_LOGIN} also when the account is no longer active, {@link
     *     IdentityRefusal#NO_ROLE_IN_FORCE} when it holds no role today
     */
    public Actor actor(String login) {
        return acting.of(login).map(SignedIn::actor).orElseThrow(() -> missing(login));
    }

    private Refused missing(String login) {
        boolean exists =
                db.sql(EXISTS).param("login", login).query(Boolean.class).single();
        return new Refused(exists ? IdentityRefusal.NO_ROLE_IN_FORCE : IdentityRefusal.UNKNOWN_LOGIN, login);
    }

    /**
     * The number of an account that may log in.
     *
     * @throws Refused {@link IdentityRefusal#UNKNOWN_LOGIN} also when it is closed
     */
    static long activeId(JdbcClient db, String login) {
        return db.sql(BY_LOGIN)
                .param("login", login)
                .query((row, n) -> row.getLong("id"))
                .optional()
                .orElseThrow(() -> new Refused(IdentityRefusal.UNKNOWN_LOGIN, login));
    }

    /**
     * Who acts under a grant of an account now, as the grants and the tree stand on the latest open day: one statement,
     * cheap enough for every request.
     *
     * @param grantId a grant of the account; when none is named, the one that the person chose last, or else the oldest
     * @return nothing when account or grant are in force no more
     */
    public Optional<SignedIn> signedIn(long accountId, @Nullable Long grantId) {
        return acting.of(accountId, grantId);
    }

    /**
     * Has a person act under another of their grants from now on, at the pages; commands go on with the oldest.
     *
     * @throws Refused {@link IdentityRefusal#GRANT_ENDED} when they do not hold it now
     */
    public SignedIn choose(long accountId, long grantId) {
        var chosen = acting.of(accountId, grantId).orElseThrow(() -> new Refused(IdentityRefusal.GRANT_ENDED));
        db.sql(CHOOSE).param("account", accountId).param("grant", grantId).update();
        return chosen;
    }

    /** The grants of an account that are in force, the oldest first: what a person may choose from. */
    public List<Grant> grants(long accountId) {
        return acting.current(accountId);
    }

    /** The accounts of demonstration data, by place and role: those with the password that everybody knows. */
    public List<Holder> holders() {
        return db.sql(HOLDERS)
                .query((row, n) -> new Holder(
                        new Account(
                                row.getLong("id"),
                                row.getLong("person_id"),
                                row.getString("login"),
                                row.getString("full_name")),
                        Role.valueOf(row.getString("role")),
                        row.getString("place")))
                .list();
    }

    /**
     * Makes an account that two persons have agreed on, inside the transaction of the approval. Nobody knows its
     * password: the first one is handed out by {@link HandOutPassword}.
     *
     * @param maker the account of who asked for it
     * @param checker the account of the second person
     */
    void admit(Admitted person, long maker, long checker, NewGrant grant) {
        var name = Spelling.of(person.name());
        check(person.login(), name);
        var first = new FirstPassword(OneTimePassword.random(), true, person.numberHash());
        var made = insert(maker, new NamedAccount(person.login(), name), first, encoder.encode(first.text()));
        staff.join(made.id(), name);
        grants.give(maker, checker, made, grant);
    }

    /** Somebody who is given an account, with the hash of their identity number. */
    @SuppressWarnings("ArrayRecordComponent")
    record Admitted(String login, String name, byte[] numberHash) {}

    /**
     * Refuses a login or a name that cannot stand.
     *
     * @throws Refused {@link IdentityRefusal#LOGIN_NOT_PLAIN}, {@link IdentityRefusal#NAME_MISSING}
     */
    static void check(String login, String name) {
        if (!PLAIN.matcher(login).matches()) {
            throw new Refused(IdentityRefusal.LOGIN_NOT_PLAIN, login);
        }
        if (name.isBlank()) {
            throw new Refused(IdentityRefusal.NAME_MISSING);
        }
    }

    private static void checkLength(String password) {
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new Refused(IdentityRefusal.PASSWORD_LENGTH, SHORTEST_PASSWORD, LONGEST_PASSWORD);
        }
    }
}
