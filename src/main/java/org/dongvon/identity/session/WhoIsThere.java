package org.dongvon.identity.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.Door;
import org.dongvon.identity.Owner;
import org.dongvon.identity.Secret;
import org.dongvon.identity.SignedIn;
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
                   s.grant_id, a.id, a.login, a.full_name, a.password_one_time,
                   exists (select from identity.second_factor f where f.account_id = a.id) as has_factor,
                   not a.demonstration
                       and exists (select from identity.role_grant g
                                    where g.account_id = a.id and g.ended_at is null
                                      and daterange(g.valid_from, g.valid_through, '[]') @> organisation.latest_day()
                                      and identity.second_factor_required(g.role)) as needs_factor
              from identity.sign_in s
              join identity.account a on a.id = s.account_id and a.active
             where s.token_hash = :hash and s.ended_at is null
               and s.seen_at > clock_timestamp() - make_interval(mins => identity.setting_now('IDLE_MINUTES'))
               and s.began_at > clock_timestamp() - make_interval(hours => identity.setting_now('SIGN_IN_HOURS'))
            """;

    private final JdbcClient db;
    private final Accounts accounts;
    private final SignIns signIns;

    WhoIsThere(JdbcClient db, Accounts accounts, SignIns signIns) {
        this.db = db;
        this.accounts = accounts;
        this.signIns = signIns;
    }

    /** {@link SignedIn}, or {@link Arriving} when a step is left; nobody when the row is not alive or the account holds no role. */
    public Optional<? extends AuthenticatedPrincipal> find(Secret secret) {
        var found = db.sql(FIND)
                .param("hash", secret.hash())
                .query((row, n) -> found(row))
                .optional();
        found.filter(Found::unseen).ifPresent(row -> signIns.see(row.signInId()));
        return found.flatMap(this::principal);
    }

    private Optional<? extends AuthenticatedPrincipal> principal(Found found) {
        return found.step() == null
                ? accounts.signedIn(found.owner().accountId(), found.grantId())
                        .or(() -> accounts.signedIn(found.owner().accountId(), null))
                        .map(person -> person.through(new Door.Page(found.signInId())))
                : Optional.of(new Arriving(found.signInId(), found.owner(), found.step()));
    }

    private static Found found(ResultSet row) throws SQLException {
        return new Found(
                row.getLong("sign_in_id"),
                row.getObject("grant_id", Long.class),
                new Owner(row.getLong("id"), row.getString("login"), row.getString("full_name")),
                step(row),
                row.getBoolean("unseen"));
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

    private record Found(
            long signInId,
            @Nullable Long grantId,
            Owner owner,
            @Nullable Step step,
            boolean unseen) {}
}
