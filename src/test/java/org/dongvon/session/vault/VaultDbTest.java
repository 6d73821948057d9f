package org.dongvon.session.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Vaults;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.opening.OpenSession;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.Verification;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.dao.DataIntegrityViolationException;

/** Cash between the bank, the vault and the sessions' boxes. */
@PostgresTest
class VaultDbTest {

    private static final String BACKFILL = "db/migration/session/V4__vaults_of_offices.sql";

    private final ApplicationContext beans;
    private final Vaults vaults;
    private final Verification verification;
    private final OwnerDb owner;

    VaultDbTest(ApplicationContext beans, Vaults vaults, Verification verification, OwnerDb owner) {
        this.beans = beans;
        this.vaults = vaults;
        this.verification = verification;
        this.owner = owner;
    }

    @AfterEach
    void booksAreRight() {
        assertThat(verification.run(Actor.SYSTEM, check -> {}))
                .allSatisfy(check -> assertThat(check.breach()).as(check.name()).isEmpty());
    }

    @Test
    void givesASessionAllItHoldsAndNotADongMore() {
        var village = Village.in(beans, "VA");
        village.stockVault(100_000_000);

        refuses(SessionRefusal.VAULT_TOO_LOW, () -> open(village, village.point, 100_000_001));
        assertThat(held(village)).isEqualTo(100_000_000);
        assertThat(count("session.session where office_id = " + village.office)).isZero();

        open(village, village.point, 100_000_000);
        assertThat(held(village)).isZero();
        assertThat(balances(village)).containsEntry("VAULT", 0L).containsEntry("CASH", 100_000_000L);
    }

    @Test
    void anOfficeThatNeverHadCashGivesNone() {
        var village = Village.in(beans, "VB");

        refuses(SessionRefusal.VAULT_TOO_LOW, () -> open(village, village.point, 1));
        open(village, village.point, 0);

        assertThat(held(village)).isZero();
    }

    @Test
    void takesBackTheCashThatWasCounted() {
        var village = Village.in(beans, "VC");
        village.stockVault(100_000_000);
        long session = open(village, village.point, 60_000_000);
        assertThat(held(village)).isEqualTo(40_000_000);

        beans.getBean(CloseSession.class)
                .run(
                        village.controller,
                        UUID.randomUUID(),
                        session,
                        CashCount.of(new Dong(59_500_000)),
                        "thiếu một tờ");

        assertThat(held(village)).isEqualTo(99_500_000);
        assertThat(balances(village)).containsEntry("CASH_SHORTAGE", 500_000L).containsEntry("CASH", 0L);
    }

    @Test
    void sendsToTheBankWhatItHoldsAndNotADongMore() {
        var village = Village.in(beans, "VD");
        village.stockVault(100_000_000);

        refuses(SessionRefusal.VAULT_TOO_LOW, () -> village.moveVault(Vaults.Kind.VAULT_OUT, 100_000_001));
        village.moveVault(Vaults.Kind.VAULT_OUT, 100_000_000);

        assertThat(held(village)).isZero();
        assertThat(balances(village)).containsEntry("VAULT", 0L);
    }

    @Test
    void refusesAmountsThatNobodyCarries() {
        for (long amount : new long[] {0, -1, VaultOrder.MOST.amount() + 1}) {
            refuses(
                    SessionRefusal.VAULT_AMOUNT_OUT_OF_RANGE,
                    () -> new VaultOrder(1, Vaults.Kind.VAULT_IN, new Dong(amount)));
        }
        assertThat(new VaultOrder(1, Vaults.Kind.VAULT_IN, new Dong(1)).isIn()).isTrue();
        assertThat(new VaultOrder(1, Vaults.Kind.VAULT_OUT, VaultOrder.MOST).isIn())
                .isFalse();
    }

    @Test
    void twoSessionsAtOnceShareWhatThereIs() throws InterruptedException {
        var village = Village.in(beans, "VE");
        village.stockVault(100_000_000);

        var ends = together(
                () -> open(village, village.point, 60_000_000), () -> open(village, village.direct, 60_000_000));

        assertThat(ends).containsEntry("opened", 1).containsEntry("VAULT_TOO_LOW", 1);
        assertThat(held(village)).isEqualTo(40_000_000);
    }

    @Test
    void theTablesHoldItToo() {
        var village = Village.in(beans, "VF");
        village.stockVault(5);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> owner.sql("update session.vault set balance = -1 where office_id = :office")
                        .param("office", village.office)
                        .update())
                .withMessageContaining("vault_not_negative");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> owner.sql("update session.vault_movement set amount = 6")
                        .update());
    }

    @Test
    void booksFromBeforeTheVaultsGetTheCashThatWasMissing() throws IOException, SQLException {
        var village = Village.in(beans, "VG");
        village.openSession(300_000_000);
        forgetVaults();

        fillInVaults();

        assertThat(held(village)).isZero();
        assertThat(owner.sql(
                                "select kind || ' ' || amount from session.vault_movement where office_id = :office order by amount")
                        .param("office", village.office)
                        .query(String.class)
                        .list())
                .containsExactly("FLOAT -300000000", "VAULT_IN 300000000");
    }

    /** As if the vaults' tables and entries from the bank had never been. */
    private void forgetVaults() {
        var forgetting = """
                alter table ledger.entry disable trigger user;
                alter table ledger.journal disable trigger user;
                alter table session.vault_movement disable trigger user;
                delete from session.vault_movement;
                delete from session.vault;
                delete from ledger.entry where journal_id in (select id from ledger.journal where kind = 'VAULT_IN');
                update ledger.voucher_counter c set last = c.last - n.n
                  from (select point_id, count(*) n from ledger.journal where kind = 'VAULT_IN' group by point_id) n
                 where n.point_id = c.point_id;
                delete from ledger.journal where kind = 'VAULT_IN';
                alter table ledger.entry enable trigger user;
                alter table ledger.journal enable trigger user;
                alter table session.vault_movement enable trigger user;
                """;
        owner.sql(forgetting).update();
    }

    private void fillInVaults() throws IOException, SQLException {
        var migration = new ClassPathResource(BACKFILL).getContentAsString(StandardCharsets.UTF_8);
        var filling = migration.substring(migration.indexOf("create temporary table"));
        try (var connection = owner.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(filling);
            connection.commit();
        }
    }

    private long open(Village village, long point, long cash) {
        return beans.getBean(OpenSession.class)
                .run(
                        village.leader,
                        UUID.randomUUID(),
                        new OpenSession.Opening(point, village.teller.id(), village.controller.id(), new Dong(cash)));
    }

    private long held(Village village) {
        return beans.getBean(Transactions.class)
                .read(village.director, () -> vaults.balance(village.office).amount());
    }

    private Map<String, Long> balances(Village village) {
        var balances = new TreeMap<String, Long>();
        owner.sql(
                        "select account, sum(amount) as amount from ledger.v_trial_balance where office_id = :office group by account")
                .param("office", village.office)
                .query(row -> {
                    balances.put(row.getString("account"), row.getLong("amount"));
                });
        return balances;
    }

    private long count(String from) {
        return owner.sql("select count(*) from " + from).query(Long.class).single();
    }

    private static Map<String, Integer> together(Callable<?>... works) throws InterruptedException {
        var ends = new TreeMap<String, Integer>();
        try (var threads = Executors.newFixedThreadPool(works.length)) {
            var futures = new ArrayList<Future<?>>();
            for (var work : works) {
                futures.add(threads.submit(work));
            }
            for (var future : futures) {
                ends.merge(end(future), 1, Integer::sum);
            }
        }
        return ends;
    }

    private static String end(Future<?> future) throws InterruptedException {
        try {
            future.get();
            return "opened";
        } catch (ExecutionException e) {
            return e.getCause() instanceof Refused refused ? refused.refusal().name() : String.valueOf(e.getCause());
        }
    }

    private static void refuses(Refusal refusal, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
