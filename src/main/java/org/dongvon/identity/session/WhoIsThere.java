package org.dongvon.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.dongvon.identity.Account;
import org.dongvon.identity.CurrentRights;
import org.dongvon.identity.Door;
import org.dongvon.identity.Owner;
import org.dongvon.identity.Secret;
import org.dongvon.identity.SignedIn;
import org.dongvon.shared.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.stereotype.Service;

/**
 * From a browser's secret to the person with the rights of this moment. Nothing is kept from request to request: who is
 * closed, moved or sent away is so with the next one.
 */
@Service
public class WhoIsThere {

    private static final String FIND = """
            select s.id as sign_in_id, s.code_given, s.seen_at < clock_timestamp() - interval '1 minute' as unseen,
                   a.id, a.person_id, a.login, a.full_name, a.role, a.unit_id,
                   a.password_one_time,
                   exists (select from identity.second_factor f where f.account_id = a.id) as has_factor,
                   identity.second_factor_required(a.role) and not a.demonstration as needs_factor
              from identity.sign_in s
              join identity.account a on a.id = s.account_id and a.active
             where s.token_hash = :hash and s.ended_at is null
               and s.seen_at > clock_timestamp() - make_interval(mins => identity.setting_now('IDLE_MINUTES'))
               and s.began_at > clock_timestamp() - make_interval(hours => identity.setting_now('SIGN_IN_HOURS'))
            """;

    private final JdbcClient db;
    private final CurrentRights rights;
    private final SignIns signIns;

    WhoIsThere(JdbcClient db, CurrentRights rights, SignIns signIns) {
        this.db = db;
        this.rights = rights;
        this.signIns = signIns;
    }

    /** {@link SignedIn}, or {@link Arriving} when a step is left; nobody when the row is not alive. */
    public Optional<AuthenticatedPrincipal> find(Secret secret) {
        var found = db.sql(FIND)
                .param("hash", secret.hash())
                .query((row, n) -> found(row))
                .optional();
        found.filter(Found::unseen).ifPresent(row -> signIns.see(row.signInId()));
        return found.map(this::principal);
    }

    private AuthenticatedPrincipal principal(Found found) {
        var account = found.account();
        return found.step() == null
                ? rights.of(account, new Door.Page(found.signInId()))
                : new Arriving(
                        found.signInId(), new Owner(account.id(), account.login(), account.fullName()), found.step());
    }

    private static Found found(ResultSet row) throws SQLException {
        var account = new Account(
                row.getLong("id"),
                row.getLong("person_id"),
                row.getString("login"),
                row.getString("full_name"),
                Role.valueOf(row.getString("role")),
                row.getLong("unit_id"));
        return new Found(row.getLong("sign_in_id"), account, step(row), row.getBoolean("unseen"));
    }

    private static @Nullable Step step(ResultSet row) throws SQLException {
        boolean hasFactor = row.getBoolean("has_factor");
        if (hasFactor && !row.getBoolean("code_given")) {
            return Step.CODE;
        }
        if (row.getBoolean("password_one_time")) {
            return Step.PASSWORD;
        }
        return row.getBoolean("needs_factor") && !hasFactor ? Step.SECOND_FACTOR : null;
    }

    private record Found(long signInId, Account account, @Nullable Step step, boolean unseen) {}
}
