package org.dongvon.identity;

import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;
import org.dongvon.identity.secondfactor.SecretBox;
import org.dongvon.shared.InstallationKey;
import org.dongvon.shared.KeyRing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals the secrets of all second factors under the newest key of the ring, before the older ones are forgotten. Codes
 * are checked before and after the moment it takes. Works as the owner: the application cannot change a secret.
 */
public final class ResealSecondFactors {

    // Nobody adds a second factor between the look and the end, and whoever holds a row to check a code is waited for.
    private static final String HOLD = """
            lock table identity.second_factor in exclusive mode
            """;

    private static final String ALL = """
            select account_id, secret from identity.second_factor order by account_id
            """;

    private static final String RESEAL = """
            update identity.second_factor f
               set secret = decode(n.secret, 'hex')
              from unnest(cast(:accounts as bigint[]), cast(:secrets as text[])) as n (account_id, secret)
             where f.account_id = n.account_id
            """;

    private final SecretBox box;
    private final JdbcClient db;
    private final TransactionTemplate transaction;

    /** On a database, as its owner. */
    public ResealSecondFactors(DataSource owner, InstallationKey first, KeyRing ring) {
        this.box = new SecretBox(first, ring);
        this.db = JdbcClient.create(owner);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(owner));
    }

    /**
     * Seals what is not under the newest key.
     *
     * @return how many
     * @throws IllegalStateException when a secret opens under no key that is left; then nothing has changed
     */
    public int run() {
        return transaction.execute(status -> {
            db.sql(HOLD).update();
            var older = db
                    .sql(ALL)
                    .query((row, n) -> new Sealed(row.getLong("account_id"), row.getBytes("secret")))
                    .list()
                    .stream()
                    .filter(each -> !box.isNewest(each.account(), each.secret()))
                    .map(this::again)
                    .toList();
            return older.isEmpty() ? 0 : write(older);
        });
    }

    private Sealed again(Sealed old) {
        var secret = box.open(old.account(), old.secret())
                .orElseThrow(() -> new IllegalStateException(
                        "the second factor of account " + old.account() + " was sealed under a key that is gone"));
        return new Sealed(old.account(), box.seal(old.account(), secret));
    }

    private int write(List<Sealed> sealed) {
        return db.sql(RESEAL)
                .param("accounts", sealed.stream().map(Sealed::account).toArray(Long[]::new))
                .param(
                        "secrets",
                        sealed.stream()
                                .map(each -> HexFormat.of().formatHex(each.secret()))
                                .toArray(String[]::new))
                .update();
    }

    /** A secret as it is stored. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Sealed(long account, byte[] secret) {}
}
