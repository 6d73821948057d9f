package org.dongvon.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import org.dongvon.command.ModuleBeans;
import org.dongvon.ledger.seal.Breach.Kind;
import org.dongvon.ledger.seal.PublishRoots.Extent;
import org.dongvon.ledger.seal.Tampering.Deed;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.InstallationKey;
import org.dongvon.shared.KeyRing;
import org.dongvon.shared.SealKeys;
import org.dongvon.shared.Transactions;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.SuperuserDb;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A superuser of the database edits history in every way there is, each deed in a transaction that is checked and then rolled
 * back. Roots that somebody outside holds find all of them, and name the voucher.
 */
@PostgresTest
@TestInstance(Lifecycle.PER_CLASS)
class TamperingDbTest {

    private static final long SEED = 20_240_518;
    private static final int DEEDS = 225;
    private static final int COVERED_UP = 40;
    private static final String OFFICE = "TAM";

    @TempDir
    private static Path folder;

    private final ApplicationContext beans;
    private final AnnotationConfigApplicationContext asSuperuser = new AnnotationConfigApplicationContext();
    private RootsFile withVouchers = new RootsFile(List.of(), new TreeMap<>());
    private RootsFile heads = withVouchers;

    TamperingDbTest(ApplicationContext beans) {
        this.beans = beans;
    }

    @BeforeAll
    void sealAndPublish() {
        var sealed = SealedVillage.in(beans, OFFICE);
        withVouchers = RootsFile.read(sealed.roots(folder, Extent.VOUCHERS));
        heads = RootsFile.read(sealed.roots(folder, Extent.HEADS));
        var singletons = asSuperuser.getBeanFactory();
        singletons.registerSingleton(
                "dataSource", beans.getBean(SuperuserDb.class).dataSource());
        singletons.registerSingleton("installationKey", beans.getBean(InstallationKey.class));
        singletons.registerSingleton("keyRing", beans.getBean(KeyRing.class));
        singletons.registerSingleton("sealKeys", beans.getBean(SealKeys.class));
        asSuperuser.register(ModuleBeans.class);
        asSuperuser.refresh();
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(beans.getBean(SealCheck.class).against(withVouchers).breaches())
                .isEmpty();
    }

    @AfterAll
    void close() {
        asSuperuser.close();
    }

    @Test
    void findsEveryDeedAndNamesTheVoucher() {
        List<Function<Tampering, Deed>> deeds = List.of(
                Tampering::update,
                Tampering::update,
                Tampering::update,
                Tampering::update,
                Tampering::update,
                Tampering::update,
                Tampering::delete,
                Tampering::delete,
                Tampering::insert,
                Tampering::insert,
                Tampering::swap,
                Tampering::giveAway,
                Tampering::resequence,
                Tampering::truncate,
                Tampering::cutOff);
        var missed = new TreeMap<Long, String>();
        for (int i = 0; i < DEEDS; i++) {
            long seed = SEED + i;
            var deed = deeds.get(i % deeds.size());
            check(seed, deed, db -> {}, missed);
        }

        assertThat(missed).as("seed and deed").isEmpty();
    }

    @Test
    void findsEveryDeedAlsoWhenAllSealsWereMadeAgainWithAnotherKey() {
        List<Function<Tampering, Deed>> deeds = List.of(
                Tampering::update,
                Tampering::delete,
                Tampering::insert,
                Tampering::swap,
                Tampering::giveAway,
                Tampering::resequence,
                Tampering::truncate,
                Tampering::cutOff);
        var missed = new TreeMap<Long, String>();
        for (int i = 0; i < COVERED_UP; i++) {
            check(SEED + 1000 + i, deeds.get(i % deeds.size()), this::sealAgain, missed);
        }

        assertThat(missed).as("seed and deed").isEmpty();
    }

    @Test
    void withTheLastSealsAloneFindsTheOfficeWhenAllSealsWereMadeAgain() {
        var found = tampered(db -> {
            new Tampering(db, OFFICE, new Random(SEED)).swap();
            sealAgain(db);
        });

        assertThat(found.against(heads))
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(breach.office()).isIn(OFFICE, ""));
        assertThat(found.against(heads)).extracting(Breach::kind).contains(Kind.KEYS_CHANGED, Kind.SEAL_CHANGED);
    }

    @Test
    void withTheLastSealsAloneNamesTheVoucherWhileTheStoredSealsLeadToThem() {
        var deed = new AtomicReference<Deed>();

        var found = tampered(db -> deed.set(new Tampering(db, OFFICE, new Random(SEED)).giveAway()));

        assertThat(found.against(heads))
                .extracting(Breach::name)
                .contains(deed.get().names());
    }

    @Test
    void findsNothingWhereNothingSealedWasTouched() {
        var untouched = tampered(db -> {
            db.sql("update ledger.seal set recorded_at = recorded_at + interval '1 day'")
                    .update();
            db.sql("update loan.loan set jobs = jobs + 1").update();
        });

        assertThat(untouched.against(withVouchers)).isEmpty();
    }

    @Test
    void findsAMonthWhoseLockWasChanged() {
        for (var change : List.of(
                "update ledger.month_lock set reason = reason || '.'",
                "update ledger.month_total set debit = debit + 1, credit = credit + 1",
                "update ledger.month_lock set sealed = false")) {
            var found = tampered(db -> db.sql(change).update()).against(withVouchers);
            assertThat(found).as(change).extracting(Breach::name).contains("month-" + OFFICE + "-2024-04-1");
        }
    }

    @Test
    void findsDaysThatWereOpenedAgainAndOfficesThatAreGone() {
        var reopened = tampered(db -> db.sql("update organisation.business_day set day = '2024-05-18'")
                .update());
        var renamed =
                tampered(db -> db.sql("update organisation.unit set code = 'ELSEWHERE' where code = '" + OFFICE + "'")
                        .update());
        var without =
                tampered(db -> db.sql("delete from organisation.business_day").update());

        assertThat(reopened.against(withVouchers)).extracting(Breach::kind).contains(Kind.REOPENED);
        assertThat(renamed.against(withVouchers)).extracting(Breach::kind).contains(Kind.OFFICE_MISSING);
        assertThat(without.against(withVouchers)).extracting(Breach::kind).contains(Kind.DAYS_UNSEALED);
    }

    private void check(long seed, Function<Tampering, Deed> deed, Consumer<JdbcClient> then, Map<Long, String> missed) {
        var done = new AtomicReference<Deed>();
        var found = tampered(db -> {
            done.set(deed.apply(new Tampering(db, OFFICE, new Random(seed))));
            then.accept(db);
        });
        var breaches = found.against(withVouchers);
        var names = done.get().names();
        if (breaches.stream()
                .noneMatch(breach ->
                        breach.name().startsWith(names) || breach.office().equals(names))) {
            missed.put(seed, done.get().what() + ", found " + breaches);
        }
    }

    /** The books as somebody left them: what a check of them finds, before it is all undone. */
    private Tampered tampered(Consumer<JdbcClient> deed) {
        var db = asSuperuser.getBean(JdbcClient.class);
        var check = asSuperuser.getBean(SealCheck.class);
        var manager = asSuperuser.getBean(PlatformTransactionManager.class);
        return file -> {
            var findings = new TransactionTemplate(manager).execute(status -> {
                status.setRollbackOnly();
                db.sql("set local session_replication_role = replica").update();
                deed.accept(db);
                return check.against(file);
            });
            return java.util.Objects.requireNonNull(findings).breaches();
        };
    }

    /** The deed is covered up: all seals are taken away and made again with a key of the superuser's own. */
    private void sealAgain(JdbcClient db) {
        long id = db.sql("select id from organisation.unit where code = '" + OFFICE + "'")
                .query(Long.class)
                .single();
        db.sql("select set_config('dongvon.scope', '{(,)}', true)")
                .query(String.class)
                .single();
        db.sql("delete from ledger.sealed_voucher").update();
        db.sql("delete from ledger.seal").update();
        db.sql("delete from ledger.seal_key").update();
        var keys = SealKeys.random();
        var book = new SealBook(db);
        var reader = new BookReader(
                asSuperuser.getBeansOfType(org.dongvon.ledger.SealedRows.class).values().stream()
                        .toList(),
                beans.getBean(SealKeys.class),
                db);
        var transactions = asSuperuser.getBean(Transactions.class);
        var signing = new Signing(book, keys, transactions);
        new SealStep(reader, book, signing, asSuperuser.getBean(Units.class), db, transactions)
                .run(Actor.SYSTEM, id, SealedVillage.LAST_CLOSED);
    }

    /** What a check finds in tampered books. */
    @FunctionalInterface
    private interface Tampered {
        List<Breach> against(RootsFile file);
    }
}
