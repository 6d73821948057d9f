package org.dongvon.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.ledger.LedgerRefusal;
import org.dongvon.ledger.seal.PublishRoots.Extent;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SealKeys;
import org.dongvon.shared.Transactions;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class SealDbTest {

    @TempDir
    private Path folder;

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final SealCheck check;

    SealDbTest(ApplicationContext beans, OwnerDb owner, SealCheck check) {
        this.beans = beans;
        this.owner = owner;
        this.check = check;
    }

    @Test
    void everyClosedDayIsUnderOneSealThatStandsOnTheOneBefore() {
        var sealed = SealedVillage.in(beans, "SA");

        var seals = sealed.seals();

        assertThat(seals)
                .extracting(seal -> seal.period().from() + " " + seal.period().to() + " "
                        + seal.contents().vouchers())
                .containsExactly(
                        "2024-04-18 2024-04-18 10",
                        "2024-04-19 2024-05-17 0",
                        "2024-05-18 2024-05-18 11",
                        "2024-05-19 2024-06-17 0",
                        "2024-06-18 2024-06-18 27",
                        "2024-06-19 2024-06-30 0");
        assertThat(seals.getFirst().previous()).isEqualTo(Hash.ZERO);
        for (int i = 1; i < seals.size(); i++) {
            assertThat(seals.get(i).previous()).isEqualTo(seals.get(i - 1).hash());
        }
        assertThat(seals.get(1).contents().root()).isEqualTo(Hash.of(""));
        assertThat(check.ofStored().breaches()).isEmpty();
    }

    @Test
    void readsTheSameBooksAgainFromTheRootsThatWerePublished() {
        var sealed = SealedVillage.in(beans, "SB");

        for (var extent : Extent.values()) {
            var roots = RootsFile.read(sealed.roots(folder, extent));

            assertThat(roots.of("SB")).hasSize(extent == Extent.HEADS ? 1 : 6);
            assertThat(check.against(roots).breaches()).as(extent.name()).isEmpty();
        }
    }

    @Test
    void theDaysBetweenTwoSessionsAreOneSeal() {
        var village = Village.in(beans, "SC");

        VillageDay.close(beans, village, LocalDate.of(2024, 7, 17));

        assertThat(beans.getBean(SealBook.class).between(village.office, PublishRoots.FIRST, PublishRoots.LAST))
                .extracting(seal -> seal.period().from() + " " + seal.period().to())
                .containsExactly(
                        "2024-04-18 2024-04-18",
                        "2024-04-19 2024-05-17",
                        "2024-05-18 2024-05-18",
                        "2024-05-19 2024-06-17",
                        "2024-06-18 2024-06-18",
                        "2024-06-19 2024-07-17");
    }

    @Test
    void booksOlderThanTheirFirstSealAreSealedWithItDayByDay() {
        var sealed = SealedVillage.in(beans, "SD");
        owner.sql(
                        "alter table ledger.seal disable trigger user; alter table ledger.sealed_voucher disable trigger user")
                .update();
        owner.sql("delete from ledger.sealed_voucher where office_id = " + sealed.village.office)
                .update();
        owner.sql("delete from ledger.seal where office_id = " + sealed.village.office)
                .update();
        owner.sql("alter table ledger.seal enable trigger user; alter table ledger.sealed_voucher enable trigger user")
                .update();
        assertThat(check.ofStored().breaches())
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(breach.kind()).isEqualTo(Breach.Kind.UNSEALED));

        VillageDay.close(beans, sealed.village, SealedVillage.LAST_CLOSED.plusDays(1));

        assertThat(sealed.seals()).hasSize(4);
        assertThat(check.ofStored().breaches()).isEmpty();
    }

    @Test
    void aDaySealedAlreadyStaysAsItIs() {
        var sealed = SealedVillage.in(beans, "SE");
        var before = sealed.seals();
        var step = beans.getBean(SealStep.class);

        beans.getBean(Transactions.class)
                .write(Actor.SYSTEM, () -> step.run(Actor.SYSTEM, sealed.village.office, SealedVillage.LAST_CLOSED));

        assertThat(sealed.seals()).isEqualTo(before);
    }

    @Test
    void nobodyChangesASealNorPutsOneBesideTheChain() {
        var sealed = SealedVillage.in(beans, "SF");
        var office = " where office_id = " + sealed.village.office;

        assertThatThrownBy(() -> owner.sql("update ledger.seal set leaves = leaves + 1" + office)
                        .update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() ->
                        owner.sql("delete from ledger.sealed_voucher" + office).update())
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> owner.sql("truncate ledger.seal_key cascade").update())
                .hasMessageContaining("append-only");
        var copy = """
                insert into ledger.seal (office_id, from_day, to_day, previous, root, leaves, vouchers, key, hash, signature)
                select office_id, %s, %s, %s, root, leaves, vouchers, key, hash, signature
                  from ledger.seal where office_id = %d order by to_day desc limit 1
                """;
        assertThatThrownBy(() -> owner.sql(copy.formatted("to_day + 2", "to_day + 2", "hash", sealed.village.office))
                        .update())
                .hasMessageContaining("does not follow the one before");
        assertThatThrownBy(
                        () -> owner.sql(copy.formatted("to_day + 1", "to_day + 1", "previous", sealed.village.office))
                                .update())
                .hasMessageContaining("does not follow the one before");
    }

    @Test
    void onlyTheSealerWritesSealsAndItWritesNothingElse() {
        SealedVillage.in(beans, "SR");
        var db = beans.getBean(JdbcClient.class);
        var transactions = beans.getBean(Transactions.class);
        var again = """
                insert into ledger.seal_key (number, public_key, endorsement)
                select number, public_key, endorsement from ledger.seal_key on conflict do nothing
                """;

        assertThatThrownBy(() ->
                        transactions.write(Actor.SYSTEM, () -> db.sql(again).update()))
                .rootCause()
                .hasMessageContaining("permission denied for table seal_key");
        transactions.write(Actor.SYSTEM, () -> {
            transactions.asSealer(() -> db.sql(again).update());
            return db.sql("update ledger.voucher_counter set last = last").update();
        });
        for (var other : List.of(
                "update ledger.voucher_counter set last = last",
                "update organisation.business_day set day = day",
                "insert into ledger.journal select * from ledger.journal",
                "select count(*) from household.person")) {
            assertThatThrownBy(() -> transactions.write(Actor.SYSTEM, () -> {
                        transactions.asSealer(() -> db.sql(other)
                                .query((row, n) -> row.getString(1))
                                .list());
                        return other;
                    }))
                    .as(other)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatIsSealedIsReadByTheSealer() {
        var sealed = SealedVillage.in(beans, "SL");
        var next = SealedVillage.LAST_CLOSED.plusDays(1);
        owner.sql("revoke select on session.cash_count from seal_ro").update();

        try {
            assertThatThrownBy(() -> VillageDay.close(beans, sealed.village, next))
                    .rootCause()
                    .hasMessageContaining("permission denied for table cash_count");
        } finally {
            owner.sql("grant select on session.cash_count to seal_ro").update();
        }
        VillageDay.close(beans, sealed.village, next);

        assertThat(sealed.seals()).hasSize(7);
    }

    @Test
    void aReceiptIsProvenByARoleThatReadsNoPersonAndWritesNothing() {
        var sealed = SealedVillage.in(beans, "SM");
        var db = beans.getBean(JdbcClient.class);
        var transactions = beans.getBean(Transactions.class);
        var journals = "select count(*) from ledger.journal";

        assertThat(transactions.readSealed(
                        Scope.of(sealed.village.point),
                        () -> db.sql(journals).query(Long.class).single()))
                .isPositive();
        assertThat(transactions.readSealed(
                        Scope.NONE, () -> db.sql(journals).query(Long.class).single()))
                .isZero();
        for (var closed : List.of(
                "select full_name from household.person",
                "select key from household.person_tag",
                "select borrower_id, amount from loan.loan",
                "select login from identity.account",
                "insert into ledger.seal select * from ledger.seal returning 1",
                "update ledger.voucher_counter set last = last returning 1")) {
            assertThatThrownBy(() -> transactions.readSealed(
                            Scope.COUNTRY,
                            () -> db.sql(closed)
                                    .query((row, n) -> row.getString(1))
                                    .list()))
                    .as(closed)
                    .rootCause()
                    .hasMessageFindingMatch("permission denied|read-only transaction");
        }
    }

    @Test
    void theSealsArePublishedByARoleThatReadsNoBook() {
        SealedVillage.in(beans, "SQ");
        var db = beans.getBean(JdbcClient.class);
        var transactions = beans.getBean(Transactions.class);

        assertThat(transactions.readPublic(() -> db.sql("select count(*) from ledger.seal")
                        .query(Long.class)
                        .single()))
                .isPositive();
        for (var closed : List.of("ledger.journal", "loan.movement", "household.person", "identity.account")) {
            assertThatThrownBy(() -> transactions.readPublic(() -> db.sql("select count(*) from " + closed)
                            .query(Long.class)
                            .single()))
                    .as(closed)
                    .rootCause()
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void leavesHoldNoPersonalDataAndSurviveTheErasureOfAPersonsKey() {
        var sealed = SealedVillage.in(beans, "SG");
        var office = new BookReader.Office(sealed.village.office, "SG");

        var all = new StringBuilder();
        beans.getBean(Transactions.class).read(Actor.SYSTEM, () -> {
            beans.getBean(BookReader.class)
                    .read(
                            office,
                            Village.FIRST_DAY,
                            SealedVillage.LAST_CLOSED,
                            leaves -> leaves.texts().forEach(all::append));
            return 0;
        });
        var text = all.toString();

        assertThat(text)
                .contains("\nloan ", "\ndeposit ", "\nentry ", "\nmade ", "\nreason ", "\ncount ", "\nallotment ")
                .doesNotContain("Nguyễn", "nhầm", "000001000", "khu 1");

        owner.sql("update household.person_tag set key = null").update();

        assertThat(check.ofStored().breaches()).isEmpty();
        assertThatThrownBy(() -> owner.sql("update household.person_tag set tag = sha256('a')")
                        .update())
                .hasMessageContaining("never changes");
    }

    @Test
    void aNewKeyIsEndorsedByTheOneBeforeAndSignsFromThenOn() {
        var sealed = SealedVillage.in(beans, "SH");
        var signing = beans.getBean(Signing.class);
        var before = signing.published().getLast();

        var fresh = signing.rotate(Actor.SYSTEM);
        VillageDay.close(beans, sealed.village, SealedVillage.LAST_CLOSED.plusDays(1));

        assertThat(fresh.number()).isEqualTo(before.number() + 1);
        assertThat(fresh.isEndorsedBy(before)).isTrue();
        assertThat(sealed.seals().getLast().key()).isEqualTo(fresh.number());
        assertThat(check.against(RootsFile.read(sealed.roots(folder, Extent.VOUCHERS)))
                        .breaches())
                .isEmpty();
        assertThatThrownBy(() -> signing.rotate(sealed.village.director)).isInstanceOf(Refused.class);
    }

    @Test
    void aDayIsNotSealedWithAKeyThatNobodyPublished() {
        var sealed = SealedVillage.in(beans, "SI");
        var db = beans.getBean(JdbcClient.class);
        var book = new SealBook(db);
        var transactions = beans.getBean(Transactions.class);
        var signing = new Signing(book, SealKeys.random(), transactions);
        var step = new SealStep(
                beans.getBean(BookReader.class), book, signing, beans.getBean(Units.class), db, transactions);

        assertThatThrownBy(() -> transactions.write(
                        Actor.SYSTEM,
                        () -> step.run(Actor.SYSTEM, sealed.village.office, SealedVillage.LAST_CLOSED.plusDays(1))))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(LedgerRefusal.SEAL_KEY_MISSING));
    }
}
