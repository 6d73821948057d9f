package org.dongvon.household;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.dongvon.shared.KeyRing;
import org.dongvon.shared.Refused;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Makes a new key of people's numbers, encrypts all identity and telephone numbers under it, and then forgets the old one. Servers go on working
 * meanwhile. Whenever it is killed, the next run goes on from there; until the last number is under the new key, both keys
 * are kept.
 *
 * <p>Works as the owner of the tables: the application itself can neither make nor retire a key.
 */
public final class RotateIdentityKeys {

    /** People re-encrypted in one transaction. */
    static final int BATCH = 500;

    private static final String ALONE = """
            select pg_try_advisory_lock(hashtextextended('dongvon.identity_key', 0))
            """;

    private static final String NUMBERS = """
            select id from household.identity_key order by id
            """;

    private static final String HIGHEST = """
            select max(key_id) from household.identity_key_event
            """;

    private static final String NO_LONGER_CURRENT = """
            update household.identity_key set is_current = false where is_current
            """;

    private static final String MADE = """
            with made as (insert into household.identity_key (id, is_current) values (:key, true) returning id)
            insert into household.identity_key_event (key_id, event) select id, 'MADE' from made
            """;

    private static final String LEFT = """
            select count(*) from household.person where identity_key <> :key or identity_hash is null
            """;

    private static final String NEXT = """
            select id, identity_encrypted, identity_key
              from household.person
             where id > :after and (identity_key <> :key or identity_hash is null)
             order by id
             limit :most
               for update
            """;

    private static final String MOVE = """
            update household.person p
               set identity_encrypted = decode(n.identity, 'hex'), identity_key = :key, identity_hash = decode(n.hash, 'hex')
              from unnest(cast(:ids as bigint[]), cast(:identities as text[]), cast(:hashes as text[])) as n (id, identity, hash)
             where p.id = n.id
            """;

    // Refused by the foreign key while a number is still under it.
    private static final String RETIRE = """
            with retired as (delete from household.identity_key where id <> :key returning id)
            insert into household.identity_key_event (key_id, event) select id, 'RETIRED' from retired
            """;

    private final DataSource owner;
    private final KeyRing keys;
    private final IdentityCipher cipher;

    /** On a database, as its owner. */
    public RotateIdentityKeys(DataSource owner, KeyRing keys) {
        this.owner = owner;
        this.keys = keys;
        this.cipher = new IdentityCipher(keys);
    }

    /**
     * Rotates, or finishes a rotation that was cut off; tells how far it is after each batch.
     *
     * @param others moves whatever else is under the keys of the ring to its newest, before the older ones are forgotten
     * @return the number of the key that all identity numbers are under now
     * @throws Refused {@link HouseholdRefusal#ROTATION_RUNNING}
     */
    public Rotated run(Consumer<Progress> told, Runnable others) {
        try (Connection connection = owner.getConnection()) {
            // One connection throughout: the lock lasts as long as it, and dies with this program.
            return new Run(new SingleConnectionDataSource(connection, true)).run(told, others);
        } catch (SQLException e) {
            throw new IllegalStateException("the database cannot be reached", e);
        }
    }

    /** How many of the numbers that had to move are under the new key. */
    public record Progress(long done, long total) {}

    /** What a rotation came to. */
    public record Rotated(int key, long numbers) {}

    /** A person's number as it is stored. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Stored(long id, byte[] identity, int key) {}

    private final class Run {

        private final JdbcClient db;
        private final TransactionTemplate transaction;

        Run(SingleConnectionDataSource connection) {
            db = JdbcClient.create(connection);
            transaction = new TransactionTemplate(new JdbcTransactionManager(connection));
        }

        Rotated run(Consumer<Progress> told, Runnable others) {
            if (!db.sql(ALONE).query(Boolean.class).single()) {
                throw new Refused(HouseholdRefusal.ROTATION_RUNNING);
            }
            int key = target();
            long total = db.sql(LEFT).param("key", key).query(Long.class).single();
            long done = 0;
            do {
                done = move(key, done, Math.max(total, done), told);
                new RotateContacts(cipher, db, transaction).run(key);
            } while (!retire(key));
            others.run();
            keys.keepOnly(Set.of(key));
            return new Rotated(key, done);
        }

        /** The key to move to: that of the rotation that was cut off, else a new one. */
        private int target() {
            var numbers = db.sql(NUMBERS).query(Integer.class).list();
            if (numbers.size() > 1) {
                return numbers.getLast();
            }
            int next = db.sql(HIGHEST).query(Integer.class).single() + 1;
            // First on disk, then known to the database: never the other way round.
            keys.add(next);
            transaction.executeWithoutResult(status -> {
                db.sql(NO_LONGER_CURRENT).update();
                db.sql(MADE).param("key", next).update();
            });
            return next;
        }

        private long move(int key, long doneBefore, long total, Consumer<Progress> told) {
            long done = doneBefore;
            long after = 0;
            while (true) {
                long from = after;
                var batch = transaction.execute(status -> batch(key, from));
                if (batch.isEmpty()) {
                    return done;
                }
                done += batch.size();
                after = batch.getLast().id();
                told.accept(new Progress(done, Math.max(total, done)));
            }
        }

        private List<Stored> batch(int key, long after) {
            var batch = db.sql(NEXT)
                    .param("after", after)
                    .param("key", key)
                    .param("most", BATCH)
                    .query((row, n) -> new Stored(
                            row.getLong("id"), row.getBytes("identity_encrypted"), row.getInt("identity_key")))
                    .list();
            if (!batch.isEmpty()) {
                db.sql(MOVE)
                        .param("key", key)
                        .param("ids", batch.stream().map(Stored::id).toArray(Long[]::new))
                        .param(
                                "identities",
                                texts(batch, number -> HexFormat.of().formatHex(cipher.encrypt(number, key))))
                        .param("hashes", texts(batch, cipher::hash))
                        .update();
            }
            return batch;
        }

        private String[] texts(List<Stored> batch, Function<IdentityNumber, String> write) {
            return batch.stream()
                    .map(each -> write.apply(cipher.decrypt(each.identity(), each.key())))
                    .toArray(String[]::new);
        }

        /** False when somebody was registered under the old key meanwhile. */
        private boolean retire(int key) {
            try {
                transaction.executeWithoutResult(
                        status -> db.sql(RETIRE).param("key", key).update());
                return true;
            } catch (DataIntegrityViolationException e) {
                return false;
            }
        }
    }
}
