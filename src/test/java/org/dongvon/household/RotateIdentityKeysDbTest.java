package org.dongvon.household;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.dongvon.household.RotateIdentityKeys.Progress;
import org.dongvon.shared.Actor;
import org.dongvon.shared.InstallationKey;
import org.dongvon.shared.KeyRing;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class RotateIdentityKeysDbTest {

    private static final AtomicInteger VILLAGES = new AtomicInteger();

    private static final int PEOPLE = 2 * RotateIdentityKeys.BATCH + 7;

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final JdbcClient db;
    private final Transactions transactions;

    RotateIdentityKeysDbTest(ApplicationContext beans, OwnerDb owner, JdbcClient db, Transactions transactions) {
        this.beans = beans;
        this.owner = owner;
        this.db = db;
        this.transactions = transactions;
    }

    @Test
    void goesOnWhereItWasKilledAndForgetsTheOldKeyOnlyThen(@TempDir Path folder) throws IOException {
        var file = folder.resolve("personal-data.keys");
        startAgain();
        var ring = KeyRing.in(file, InstallationKey.random());
        register(ring, PEOPLE);
        var batches = new ArrayList<Progress>();

        assertThatThrownBy(() -> new RotateIdentityKeys(owner.dataSource(), ring)
                        .run(
                                progress -> {
                                    batches.add(progress);
                                    throw new IllegalStateException("killed");
                                },
                                () -> {}))
                .hasMessage("killed");

        assertThat(batches).containsExactly(new Progress(RotateIdentityKeys.BATCH, PEOPLE));
        assertThat(under(1)).isEqualTo(PEOPLE - RotateIdentityKeys.BATCH);
        assertThat(under(2)).isEqualTo(RotateIdentityKeys.BATCH);
        assertThat(KeyRing.in(file, InstallationKey.random()).numbers()).containsExactlyInAnyOrder(1, 2);
        assertThat(readable(KeyRing.in(file, InstallationKey.random()))).isEqualTo(PEOPLE);

        var afterRestart = KeyRing.in(file, InstallationKey.random());
        var rotated = new RotateIdentityKeys(owner.dataSource(), afterRestart).run(progress -> {}, () -> {});

        assertThat(rotated.key()).isEqualTo(2);
        assertThat(rotated.numbers()).isEqualTo(PEOPLE - RotateIdentityKeys.BATCH);
        assertThat(under(2)).isEqualTo(PEOPLE);
        assertThat(Files.readString(file)).contains("key.2=").doesNotContain("key.1=");
        assertThat(readable(KeyRing.in(file, InstallationKey.random()))).isEqualTo(PEOPLE);
        assertThat(owner.sql(
                                "select string_agg(key_id || ' ' || event, ', ' order by id) from household.identity_key_event")
                        .query(String.class)
                        .single())
                .endsWith("2 MADE, 1 RETIRED");
    }

    @Test
    void aServerThatStartedBeforeReadsAndRegistersDuringAndAfter(@TempDir Path folder) throws IOException {
        var file = folder.resolve("personal-data.keys");
        startAgain();
        var ofServer = KeyRing.in(file, InstallationKey.random());
        register(ofServer, 3);
        var ofOperator = KeyRing.in(file, InstallationKey.random());

        var rotation = new RotateIdentityKeys(owner.dataSource(), ofOperator);
        rotation.run(progress -> register(ofServer, 2), () -> {});

        assertThat(readable(ofServer)).isEqualTo(5);
        register(ofServer, 1);
        assertThat(under(2)).isEqualTo(6);
        assertThat(rotation.run(progress -> {}, () -> {}).key()).isEqualTo(3);
        assertThat(readable(ofServer)).isEqualTo(6);
    }

    @Test
    void registersNobodyUnderAKeyThatIsRetired(@TempDir Path folder) throws IOException {
        startAgain();
        var ring = KeyRing.in(folder.resolve("personal-data.keys"), InstallationKey.random());
        register(ring, 1);
        new RotateIdentityKeys(owner.dataSource(), ring).run(progress -> {}, () -> {});

        assertThatThrownBy(() -> owner.sql("update household.person set identity_key = 1")
                        .update())
                .hasMessageContaining("person_identity_key_fkey");
    }

    @Test
    void onlyOneRotationRunsAtATime(@TempDir Path folder) throws Exception {
        startAgain();
        var ring = KeyRing.in(folder.resolve("personal-data.keys"), InstallationKey.random());
        register(ring, 1);
        var inside = new CountDownLatch(1);
        var finish = new CountDownLatch(1);
        try (var thread = Executors.newSingleThreadExecutor()) {
            var first = thread.submit(() -> new RotateIdentityKeys(owner.dataSource(), ring)
                    .run(
                            progress -> {
                                inside.countDown();
                                await(finish);
                            },
                            () -> {}));
            inside.await();

            assertThatThrownBy(() -> new RotateIdentityKeys(owner.dataSource(), ring).run(progress -> {}, () -> {}))
                    .isInstanceOfSatisfying(
                            Refused.class,
                            refused -> assertThat(refused.refusal()).isEqualTo(HouseholdRefusal.ROTATION_RUNNING));

            finish.countDown();
            assertThat(first.get().key()).isEqualTo(2);
        }
    }

    @Test
    void theApplicationCanNeitherMakeNorRetireAKey() {
        for (var sql : List.of(
                "insert into household.identity_key (id, is_current) values (9, false)",
                "delete from household.identity_key",
                "update household.identity_key set is_current = true",
                "insert into household.identity_key_event (key_id, event) values (9, 'MADE')")) {
            assertThatThrownBy(() ->
                            transactions.write(Actor.SYSTEM, () -> db.sql(sql).update()))
                    .as(sql)
                    .hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void aNumberThatWasSwappedForAnotherCiphertextDoesNotOpen() {
        var cipher = new IdentityCipher(KeyRing.random());
        var sealed = cipher.encrypt(new IdentityNumber("000184000999"), 1);
        sealed[sealed.length - 1] ^= 1;

        assertThatThrownBy(() -> cipher.decrypt(sealed, 1)).isInstanceOf(IllegalStateException.class);
        assertThat(cipher.hash(new IdentityNumber("000184000999")))
                .isEqualTo(cipher.hash(new IdentityNumber("000184000999")))
                .isNotEqualTo(new IdentityCipher(KeyRing.random()).hash(new IdentityNumber("000184000999")));
    }

    /** Nobody registered, and key 1 current, whatever a test before has left. */
    private void startAgain() {
        owner.sql("delete from household.person").update();
        owner.sql("delete from household.identity_key").update();
        owner.sql("insert into household.identity_key (id, is_current) values (1, true)")
                .update();
        owner.sql("alter table household.identity_key_event disable trigger all")
                .update();
        owner.sql("delete from household.identity_key_event").update();
        owner.sql("insert into household.identity_key_event (key_id, event) values (1, 'MADE')")
                .update();
        owner.sql("alter table household.identity_key_event enable trigger all").update();
    }

    private void register(KeyRing ring, int people) {
        int number = VILLAGES.incrementAndGet();
        var village = Village.in(beans, "KEY" + number);
        var households = new Households(new IdentityCipher(ring), beans.getBean(IdentityKeys.class), db);
        var drafts = IntStream.range(0, people)
                .mapToObj(i -> new Households.NewHousehold(
                        "K%d-%d".formatted(number, i),
                        "khu 1",
                        new Households.NewPerson(
                                "Hồ Thị Khóa",
                                LocalDate.of(1984, 1, 1),
                                Households.Sex.F,
                                new IdentityNumber("000184%06d".formatted(i)))))
                .toList();
        transactions.write(Actor.SYSTEM, () -> households.register(village.point, drafts));
    }

    private long under(int key) {
        return owner.sql("select count(*) from household.person where identity_key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }

    /** How many numbers a ring opens, each with the hash that finds it. */
    private long readable(KeyRing ring) {
        var cipher = new IdentityCipher(ring);
        return owner
                .sql("select identity_encrypted, identity_key, identity_hash from household.person")
                .query((row, n) -> cipher.hash(
                                cipher.decrypt(row.getBytes("identity_encrypted"), row.getInt("identity_key")))
                        .equals(HexFormat.of().formatHex(row.getBytes("identity_hash"))))
                .list()
                .stream()
                .filter(Boolean::booleanValue)
                .count();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
