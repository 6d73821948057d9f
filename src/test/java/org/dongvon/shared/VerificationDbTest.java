package org.dongvon.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.dongvon.capital.plan.Months;
import org.dongvon.capital.plan.PlanVillage;
import org.dongvon.ledger.BooksOfYear;
import org.dongvon.loan.incoming.IncomingLine;
import org.dongvon.loan.incoming.TakeIncoming;
import org.dongvon.notice.making.MakeMessages;
import org.dongvon.notice.sending.Providers;
import org.dongvon.notice.sending.SendMessages;
import org.dongvon.savings.CreditedInterest;
import org.dongvon.savings.IdleDeposit;
import org.dongvon.savings.OpenedDeposit;
import org.dongvon.savings.term.AtMaturity;
import org.dongvon.session.sync.ReceiveBatch;
import org.dongvon.support.CashHandedOver;
import org.dongvon.support.Consents;
import org.dongvon.support.CountedCollection;
import org.dongvon.support.DebtsAtRisk;
import org.dongvon.support.Heirs;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PocketDevice;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.SourceChanges;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ApplicationContext;

/** The checks find nothing in books made by the use cases, and each finds the breach planted for it. */
@PostgresTest
class VerificationDbTest {

    private static final LocalDate SECOND_SESSION = LocalDate.of(2024, 5, 18);

    private static final String REMARK = """
            insert into session.line_remark (line_id, journal_id, line_no, point_id, note)
            select line_id, journal_id, line_no, point_id, 'hẹn nộp đủ phiên sau'
              from loan.movement where kind = 'DISBURSEMENT' order by journal_id desc, line_no limit 1
            """;

    private static final String PRINT = """
            insert into session.receipt_print (line_id, number, point_id, account_id, human_id)
            select line_id, 1, point_id, 1, 1 from session.line_remark
            """;

    private static final String SIGNED = """
            insert into supervision.debt_round (id, point_id, year, taken_on, human, submission)
            select -1, l.point_id, 2024, '2024-05-18', 1, s.key
              from loan.loan l join shared.submission s on s.point_id = l.point_id order by l.id limit 1;
            insert into supervision.debt (round_id, loan_id, point_id, programme_id, principal, overdue, frozen, interest)
            select -1, l.id, l.point_id, l.programme_id, 5, 5, 0, 0 from loan.loan l order by l.id limit 1;
            insert into supervision.debt_step (round_id, loan_id, seq, point_id, kind, ability, cause, note, happened_on, booked_on, human, role,
                                               submission)
            select -1, d.loan_id, 1, d.point_id, 'CLASSIFIED', 'FULLY', 'DEATH', 'Giấy chứng tử', r.taken_on, r.taken_on, 1, 'CREDIT_OFFICER',
                   r.submission
              from supervision.debt d join supervision.debt_round r on r.id = d.round_id;
            insert into supervision.debt_signature (round_id, point_id, level, debts, principal, minutes, signed_on, human, role, submission)
            select id, point_id, 'OFFICE', 1, 5, 'BB 6', taken_on, 2, 'DIRECTOR', submission from supervision.debt_round
            """;

    @TempDir
    private Path folder;

    private final ApplicationContext beans;
    private final Verification verification;
    private final OwnerDb owner;

    VerificationDbTest(ApplicationContext beans, Verification verification, OwnerDb owner) {
        this.beans = beans;
        this.verification = verification;
        this.owner = owner;
    }

    @BeforeEach
    void twoSessionsOfOneVillage() {
        if (owner.sql("select count(*) from ledger.journal").query(Long.class).single() > 0) {
            return;
        }
        var village = Village.in(beans, "V");
        var first = VillageDay.open(beans, village);
        var poor = first.lend(1, 6, "HONGHEO");
        first.lendAgain(poor, 2, "NUOCSACH", 1);
        first.save(poor, 0, 50_000);
        message(village, poor);
        var deposits = new OpenedDeposit(beans, village);
        deposits.open(first.session(), deposits.person(poor.members().get(2)), 1, AtMaturity.RENEW, 10_000_000);
        CountedCollection.of(owner, village);
        CashHandedOver.of(beans, village, first.session());
        CountedCollection.leave(owner, village, Village.FIRST_DAY);
        first.end();
        VillageDay.close(beans, village, SECOND_SESSION.minusDays(1));
        new CreditedInterest(beans, village).of("2024-04");
        new Heirs(beans, village).inherits(poor.loans().get(5), "Nguyễn Văn Kế");
        var second = VillageDay.open(beans, village);
        second.repay(poor, 0, 50_000_000);
        second.repay(poor, 3, 7_000_000);
        second.save(poor, 1, 100_000);
        second.lend(2, 5, "CANNGHEO");
        fieldDay(village, second, poor);
        second.end();
        VillageDay.close(beans, village, SECOND_SESSION);
        var direct = debtsAtRisk();
        planned(village);
        booksOfAYear(direct);
        owner.sql(REMARK).update();
        owner.sql(PRINT).update();
        owner.sql(SIGNED).update();
        transferIn(village);
        new BooksOfYear(beans, village).claim(SECOND_SESSION);
    }

    /** Loans that were frozen, written off, recovered and moved to another source, and a deposit that nobody claims. */
    private Village debtsAtRisk() {
        var direct = Village.in(beans, "W");
        var third = VillageDay.open(beans, direct);
        var lent = third.lend(1, 5, "HONGHEO");
        new IdleDeposit(beans, direct, 9, third.session(), 70_000).move("LEFT", "Xác nhận 3", 70_000);
        var debts = new DebtsAtRisk(beans, direct);
        debts.freeze(Map.of(lent.loans().get(2), 12));
        debts.writeOff(lent.loans().get(3));
        debts.recover(lent.loans().get(3), 1_000_000, 0);
        new SourceChanges(beans, direct).sign("HONGHEO", 200_000_000).move("TW-W", "UT-W", "W-1-0", 1, 50_000_000);
        return direct;
    }

    private void planned(Village village) {
        var plan = new PlanVillage(beans, village);
        plan.give(plan.province, new Months(12, 12), Map.of(plan.province, 1_000L));
        plan.give(plan.province, new Months(12, 12), Map.of(plan.office, 1_000L));
        plan.give(plan.office, new Months(12, 12), Map.of(plan.point, 1_000L));
    }

    private void booksOfAYear(Village direct) {
        var books = Village.in(beans, "Z");
        var year = new BooksOfYear(beans, books, direct);
        year.voucher(Village.FIRST_DAY);
        year.send(direct);
        year.gift(Village.FIRST_DAY);
        year.yearTo(2024);
    }

    private void transferIn(Village village) {
        long id = village.director.id() + 1_000;
        var accountant = new Actor(
                id, id, "ketoan", "Kế toán", Role.ACCOUNTANT, village.office, Scope.of(village.direct, village.point));
        beans.getBean(TakeIncoming.class)
                .run(accountant, UUID.randomUUID(), IncomingLine.parse("FT01;18/05/2024;2.000;Nguyễn Văn A;nộp"));
    }

    /** The saver agrees, and the receipt goes out. */
    private void message(Village village, Village.GroupOfLoans group) {
        var consents = new Consents(beans, village);
        consents.given(consents.person(group.members().getFirst()), "0912345678", Village.FIRST_DAY);
        beans.getBean(MakeMessages.class)
                .run(Actor.SYSTEM, UUID.randomUUID(), VillageDay.unit(beans, village), Village.FIRST_DAY);
        try (var file = Providers.of(folder)) {
            beans.getBean(SendMessages.class).run(Actor.SYSTEM, file, 10);
        }
    }

    /** A device records two deposits: one after the office took another of that member, which goes to the desk and is settled. */
    private void fieldDay(Village village, VillageDay day, Village.GroupOfLoans group) {
        var device = PocketDevice.enrolled(beans, village).takes(beans, village.teller, day.session());
        device.sheet(day.session(), "SHEET", group.id(), List.of(PocketDevice.Line.of(group, 4, 0, 30_000, 0)));
        device.sheet(day.session(), "SHEET", group.id(), List.of(PocketDevice.Line.of(group, 1, 0, 20_000, 0)));
        device.handIn(day.session(), 2, 0, 50_000, 0);
        beans.getBean(ReceiveBatch.class).run(village.teller, UUID.randomUUID(), PocketDevice.batch(device.events()));
        owner.sql(
                        "update session.field_conflict set posted = 0, rest = 'GIVEN_BACK', settled_by = 1, settled_at = now()")
                .update();
    }

    @Test
    void findsNothingInBooksMadeByTheUseCases() {
        // Those of fees have a month of their own, FeeMonthDbTest; that of credits a loan paid off before a cut,
        // CreditOfLoanDbTest.
        var checks = verification.run(Actor.SYSTEM, check -> {}).stream()
                .filter(check ->
                        !check.name().startsWith("fee.") && !check.name().equals("loan.credits-are-movements"))
                .toList();

        assertThat(checks).allSatisfy(check -> {
            assertThat(check.breach()).as(check.name()).isEmpty();
            assertThat(check.holds()).as(check.name()).isTrue();
            assertThat(check.checked()).as(check.name()).isPositive();
        });
        assertThat(checks)
                .extracting(Verification.Checked::name)
                .as("each check is seen to fail below")
                .containsExactlyInAnyOrderElementsOf(
                        findsTheBreachAndNamesIt().map(Breaches.Breach::name).toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void findsTheBreachAndNamesIt(Breaches.Breach breach) {
        owner.sql("alter table " + breach.table() + " disable trigger user").update();
        owner.sql(breach.plant()).update();

        var found = verification.run(Actor.SYSTEM, check -> {}).stream()
                .filter(check -> check.name().equals(breach.name()))
                .toList();

        owner.sql(breach.undo()).update();
        owner.sql("alter table " + breach.table() + " enable trigger user").update();
        assertThat(found).singleElement().satisfies(check -> {
            assertThat(check.broken()).isEqualTo(1);
            assertThat(check.breach())
                    .hasValueSatisfying(what -> assertThat(what).contains(breach.names()));
        });
    }

    static Stream<Breaches.Breach> findsTheBreachAndNamesIt() {
        return Breaches.all();
    }
}
