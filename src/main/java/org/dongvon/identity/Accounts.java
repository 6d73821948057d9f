package org.dongvon.identity;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.dongvon.organisation.Staff;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
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

    private static final String INSERT = """
            with person as (
                insert into identity.person (id) select shared.new_id('identity.person_id')
                 where not exists (select from identity.account where login = :login)
                returning id)
            insert into identity.account (login, password_hash, full_name, role, unit_id, created_by, person_id)
            select :login, :hash, :name, :role, :unit, :creator, id from person
                on conflict (login) do nothing
            returning id
            """;

    private static final String BY_LOGIN = """
            select id, person_id, login, full_name, role, unit_id from identity.account where login = :login and active
            """;

    private static final String ACTIVE = """
            select id, person_id, login, full_name, role, unit_id
              from identity.account
             where active
             order by array_position(array['LEADER', 'TELLER', 'CONTROLLER', 'DIRECTOR', 'AUDITOR'], role), unit_id, login
            """;

    private static final RowMapper<Account> ACCOUNT = (row, n) -> new Account(
            row.getLong("id"),
            row.getLong("person_id"),
            row.getString("login"),
            row.getString("full_name"),
            Role.valueOf(row.getString("role")),
            row.getLong("unit_id"));

    private static final Pattern PLAIN = Pattern.compile("[a-z][a-z0-9.-]{1,31}");
    private static final int SHORTEST_PASSWORD = 12;
    private static final int LONGEST_PASSWORD = 128;

    private final JdbcClient db;
    private final PasswordEncoder encoder;
    private final Units units;
    private final Scopes scopes;
    private final Staff staff;
    private final Transactions transactions;

    Accounts(
            JdbcClient db,
            PasswordEncoder encoder,
            Units units,
            Scopes scopes,
            Staff staff,
            Transactions transactions) {
        this.db = db;
        this.encoder = encoder;
        this.units = units;
        this.scopes = scopes;
        this.staff = staff;
        this.transactions = transactions;
    }

    /**
     * Makes an account and returns its id. Only the operator may.
     *
     * @throws Refused {@link org.dongvon.shared.SharedRefusal#ROLE_MAY_NOT} and each of {@link IdentityRefusal} but the
     *     first
     */
    public long create(Actor operator, NewAccount account, String password) {
        operator.requireRole(Role.SYSTEM);
        var name = Normalizer.normalize(account.fullName().strip(), Normalizer.Form.NFC);
        check(account, name, password);
        var hash = encoder.encode(password);
        return transactions.write(operator, () -> {
            long id = insert(operator, account, name, hash);
            staff.join(id, account.unitId(), name, account.role());
            return id;
        });
    }

    private long insert(Actor operator, NewAccount account, String name, @Nullable String hash) {
        return db.sql(INSERT)
                .param("login", account.login())
                .param("hash", hash)
                .param("name", name)
                .param("role", account.role().name())
                .param("unit", account.unitId())
                .param("creator", operator.id())
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new Refused(IdentityRefusal.LOGIN_TAKEN, account.login()));
    }

    /**
     * The person behind a login, with role and scope.
     *
     * @throws Refused {@link IdentityRefusal#UNKNOWN_LOGIN} also when the account is no longer active
     */
    public Actor actor(String login) {
        return db.sql(BY_LOGIN)
                .param("login", login)
                .query(ACCOUNT)
                .optional()
                .map(this::actor)
                .orElseThrow(() -> new Refused(IdentityRefusal.UNKNOWN_LOGIN, login));
    }

    /** The person of an account, with the scope of this moment. */
    public Actor actor(Account account) {
        var unit = units.get(account.unitId());
        return new Actor(
                account.id(),
                account.personId(),
                account.login(),
                account.fullName(),
                account.role(),
                unit.kind() == Unit.Kind.OFFICE ? unit.id() : 0,
                scopes.of(unit));
    }

    /** Everyone who may log in, role by role. */
    public List<Account> active() {
        return db.sql(ACTIVE).query(ACCOUNT).list();
    }

    private void check(NewAccount account, String name, String password) {
        if (!PLAIN.matcher(account.login()).matches()) {
            throw new Refused(IdentityRefusal.LOGIN_NOT_PLAIN, account.login());
        }
        if (name.isEmpty()) {
            throw new Refused(IdentityRefusal.NAME_MISSING);
        }
        if (password.length() < SHORTEST_PASSWORD || password.length() > LONGEST_PASSWORD) {
            throw new Refused(IdentityRefusal.PASSWORD_LENGTH, SHORTEST_PASSWORD, LONGEST_PASSWORD);
        }
        if (account.role() == Role.SYSTEM) {
            throw new Refused(IdentityRefusal.ROLE_NOT_FOR_PEOPLE, account.role());
        }
        var unit = units.get(account.unitId());
        var fits = account.role() == Role.AUDITOR
                ? List.of(Unit.Kind.OFFICE, Unit.Kind.PROVINCE, Unit.Kind.COUNTRY)
                : List.of(Unit.Kind.OFFICE);
        if (!fits.contains(unit.kind())) {
            throw new Refused(IdentityRefusal.ROLE_NEEDS_OFFICE, account.role(), unit.name());
        }
    }
}
