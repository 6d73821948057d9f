package org.dongvon.loan.incoming;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.Village.GroupOfLoans;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Transfers that come in, from the bank's list to the loan and back: docs/domain/credit.md. */
@PostgresTest
class IncomingDbTest {

    private static final LocalDate PAID_OUT = LocalDate.of(2026, 3, 18);
    private static final LocalDate ARRIVED = LocalDate.of(2026, 4, 17);
    private static final LocalDate OPEN = LocalDate.of(2026, 4, 20);

    private static int villages;

    private final ApplicationContext beans;
    private final OwnerDb owner;
    private final TakeIncoming take;
    private final IncomingPages pages;

    private Village village;
    private GroupOfLoans group;
    private Actor accountant;

    IncomingDbTest(ApplicationContext beans, OwnerDb owner, TakeIncoming take, IncomingPages pages) {
        this.beans = beans;
        this.owner = owner;
        this.take = take;
        this.pages = pages;
    }

    /** Two loans of 30 million at 6.24 %, and the office two days after its session. */
    @BeforeEach
    void lend() {
        villages++;
        village = Village.in(beans, "CK" + villages, PAID_OUT, 18);
        var day = VillageDay.open(beans, village);
        group = day.lend(1, 2, "HONGHEO", 30_000_000);
        day.end();
        VillageDay.close(beans, village, OPEN.minusDays(1));
        accountant = as(Role.ACCOUNTANT, 91);
    }

    @Test
    void aListIsTakenWholeAndEachReferenceOnce() {
        refused(IncomingRefusal.INCOMING_EMPTY, () -> take("\n \n"));
        refused(IncomingRefusal.INCOMING_CELL_UNREAD, () -> take("FT01;17/04/2026;0;Nguyễn Văn A;nộp"));
        refused(IncomingRefusal.INCOMING_CELL_UNREAD, () -> take("FT01;17/04/2026;1.000;A"));
        refused(IncomingRefusal.INCOMING_CELL_UNREAD, () -> take("F;17/04/2026;1.000;An Văn;x"));
        refused(
                IncomingRefusal.INCOMING_REFERENCE_TWICE,
                () -> take("FT-01;17/04/2026;1.000;An Văn;x\nft01;17/04/2026;1.000;An Văn;x"));
        refused(IncomingRefusal.INCOMING_AHEAD, () -> take("FT01;21/04/2026;1.000;An Văn;x"));
        refused(
                SharedRefusal.ROLE_MAY_NOT,
                () -> take.run(
                        village.controller, UUID.randomUUID(), IncomingLine.parse("FT01;17/04/2026;1.000;An Văn;x")));
        take("FT-01;17/04/2026;1.000;An Văn;x\nFT02\t20/04/2026\t2,500,000\t\"Bình Thị\"\ttrả nợ");
        assertThat(open()).containsExactly("FT01 1000", "FT02 2500000");
        refused(
                IncomingRefusal.INCOMING_REFERENCE_TAKEN,
                () -> take("FT03;17/04/2026;1.000;An Văn;x\nft 02;20/04/2026;1;An Văn;x"));
        assertThat(open()).hasSize(2);
        assertThat(balance()).isEqualTo(-2_501_000);
        assertHolds();
    }

    @Test
    void twoPersonsUseATransferAndTakeItBack() {
        // 30 days at 6.24 %: 30 000 000 × 6.24 % × 30 / 365 = 153 863.01.
        var code = code(0);
        take("FT11;17/04/2026;5.000.000;NGUYEN THI 0;tra no " + code.replace('-', ' ')
                + "\nFT12;20/04/2026;40tr;Nguyễn Thị 1;");
        var id = id("FT11");
        var suggested = pages.show(accountant, id).suggestions();
        assertThat(suggested.getFirst().loan().code()).isEqualTo(code);
        assertThat(suggested.getFirst().points()).isEqualTo(150);
        var part = UseIncoming.forLoan(new Dong(4_000_000), code, ARRIVED);
        refused(
                IncomingRefusal.INCOMING_ABOVE_LEFT,
                () -> ask(id, UseIncoming.forLoan(new Dong(5_000_001), code, ARRIVED)));
        refused(
                IncomingRefusal.INCOMING_VALUE_DATE,
                () -> ask(id, UseIncoming.forLoan(new Dong(1), code, ARRIVED.minusDays(1))));
        refused(
                IncomingRefusal.INCOMING_VALUE_DATE,
                () -> ask(id, UseIncoming.forLoan(new Dong(1), code, OPEN.plusDays(1))));
        refused(LoanRefusal.UNKNOWN_LOAN, () -> ask(id, UseIncoming.forLoan(new Dong(1), "KHONG", ARRIVED)));
        refused(
                LoanRefusal.INCOMING_ABOVE_DEBT,
                () -> ask(id("FT12"), UseIncoming.forLoan(new Dong(30_169_250), code(1), OPEN)));
        usesAPart(id, part);
        take("FT13;16/04/2026;1.000.000;Nguyễn Thị 0;");
        refused(
                LoanRefusal.PAID_SINCE,
                () -> ask(id("FT13"), UseIncoming.forLoan(new Dong(1_000_000), code, ARRIVED.minusDays(1))));
        approve(village.controller, ask(id("FT13"), UseIncoming.forLoan(new Dong(1_000_000), code, OPEN)));
        takeBack(id, 2);
        refused(IncomingRefusal.INCOMING_USE_TAKEN_BACK, () -> takeBack(id, 2));
        refused(IncomingRefusal.INCOMING_USE_UNKNOWN, () -> takeBack(id, 1));
        assertThat(open()).containsExactly("FT11 5000000", "FT12 40000000");
        approve(village.controller, ask(id, UseIncoming.back(new Dong(5_000_000))));
        assertThat(open()).containsExactly("FT12 40000000");

        // All of the second loan on the open day: 33 days, 169 249.32.
        approve(village.controller, ask(id("FT12"), UseIncoming.forLoan(new Dong(30_169_249), code(1), OPEN)));
        assertThat(owner.sql("select stage from loan.loan where id = :id")
                        .param("id", group.loans().get(1))
                        .query(String.class)
                        .single())
                .isEqualTo("CLOSED");
        assertThat(open()).containsExactly("FT12 9830751");
        assertThat(balance()).isEqualTo(-9_830_751);
        assertHolds();
        VillageDay.close(beans, village, OPEN);
        assertHolds();
    }

    private Actor as(Role role, int number) {
        long id = village.office * 10 + number;
        return new Actor(
                id,
                id,
                "as" + number,
                "Người " + number,
                role,
                village.office,
                Scope.of(village.direct, village.point));
    }

    private void take(String list) {
        take.run(accountant, UUID.randomUUID(), IncomingLine.parse(list));
    }

    /** Another person lets the part be used, and what was asked for beside it is out of date then. */
    private void usesAPart(String id, Facts part) {
        long request = ask(id, part);
        long twin = ask(id, UseIncoming.back(new Dong(4_000_000)));
        refused(ChangeRefusal.ROLE_MAY_NOT_APPROVE, () -> approve(village.teller, request));
        approve(village.controller, request);
        assertThat(owner.sql(
                                "select -sum(principal) || ' ' || sum(interest) || ' ' || max(value_date) from loan.movement"
                                        + " where loan_id = :loan and kind = 'REPAYMENT'")
                        .param("loan", group.loans().getFirst())
                        .query(String.class)
                        .single())
                .isEqualTo("3846137 153863 2026-04-17");
        assertThat(open()).containsExactly("FT11 1000000", "FT12 40000000");
        refused(ChangeRefusal.CHANGE_STALE, () -> approve(village.controller, twin));
    }

    private long ask(String id, Facts wanted) {
        return ask(UseIncoming.NAME, id, wanted);
    }

    private long ask(String kind, String subject, Facts wanted) {
        return beans.getBean(RequestChange.class)
                .run(
                        accountant,
                        new Proposal(UUID.randomUUID(), kind, subject, wanted, new Basis("theo sao kê", null, null)));
    }

    private void takeBack(String id, int seq) {
        var amount = pages.show(accountant, id).steps().get(seq - 1).amount();
        approve(village.controller, ask(TakeUseBack.NAME, id + ":" + seq, TakeUseBack.whole(amount)));
    }

    private void approve(Actor checker, long id) {
        beans.getBean(DecideChange.class).approve(checker, UUID.randomUUID(), id);
    }

    private List<String> open() {
        return pages.index(accountant, false).transfers().stream()
                .map(each -> each.line().reference() + " " + each.left().amount())
                .toList();
    }

    private String id(String reference) {
        return pages.index(accountant, true).transfers().stream()
                .filter(each -> each.line().reference().equals(reference))
                .map(each -> Long.toString(each.id()))
                .findFirst()
                .orElseThrow();
    }

    private long balance() {
        return owner.sql("select sum(e.amount) from ledger.entry e join ledger.journal j on j.id = e.journal_id"
                        + " where e.account = 'RECEIVED_BY_TRANSFER' and j.office_id = :office")
                .param("office", village.office)
                .query(BigDecimal.class)
                .single()
                .longValueExact();
    }

    private String code(int member) {
        return owner.sql("select code from loan.loan where id = :id")
                .param("id", group.loans().get(member))
                .query(String.class)
                .single();
    }

    private static void refused(Refusal why, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOf(Refused.class)
                .extracting(each -> ((Refused) each).refusal())
                .isEqualTo(why);
    }

    private void assertHolds() {
        assertThat(beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {}))
                .filteredOn(check -> !check.holds())
                .isEmpty();
    }
}
