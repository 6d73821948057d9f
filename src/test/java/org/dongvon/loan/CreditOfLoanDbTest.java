package org.dongvon.loan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.credit.TakeCreditBack;
import org.dongvon.loan.credit.UseCredit;
import org.dongvon.loan.disbursement.Payee;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.refund.RefundCredit;
import org.dongvon.session.refund.RefundCredit.Refund;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Verification;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.ChangeRefusal;
import org.dongvon.shared.change.DecideChange;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.RequestChange;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.Golden;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.Village.GroupOfLoans;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Money paid too much: docs/domain/credit.md. */
@PostgresTest
class CreditOfLoanDbTest {

    private static final LocalDate PAID_OUT = LocalDate.of(2025, 11, 15);
    private static final LocalDate SESSION = LocalDate.of(2025, 12, 15);
    private static final LocalDate FROM = LocalDate.of(2025, 12, 5);
    private static final LocalDate OPEN = LocalDate.of(2025, 12, 20);
    private static final LocalDate NEXT_SESSION = LocalDate.of(2026, 1, 15);

    private final ApplicationContext beans;
    private final OwnerDb owner;

    CreditOfLoanDbTest(ApplicationContext beans) {
        this.beans = beans;
        this.owner = beans.getBean(OwnerDb.class);
    }

    @Test
    void isWhatWasPaidBeyondTheRateThatHeld() {
        var desk = beans.getBean(Repayments.class).read(List.of());
        assertThat(Golden.rows("credit/use")).allSatisfy(row -> {
            var balance = overpaid(row);
            assertThat(desk.creditOf(balance, OPEN)).isEqualTo(new Dong(row.number("credit")));
            if (row.number("used") > 0) {
                var line = new LoanMovement.Line(UUID.randomUUID(), 1);
                var planned = desk.planCredit(balance, line, new Dong(row.number("used")), OPEN);
                var after = balance.after(planned.movements());
                assertThat(desk.creditOf(after, OPEN)).isEqualTo(new Dong(row.number("left")));
                assertThat(planned.closes()).isEqualTo(row.number("left") == 0);
                assertThat(planned.closes())
                        .isEqualTo(after.parts().getFirst().line().constant().signum() == 0);
            }
        });
    }

    private static LoanBalance overpaid(Golden.Row row) {
        var units = AnnualRate.ofPercent(row.text("points")).units();
        var constant = BigInteger.valueOf(row.number("principal"))
                .multiply(BigInteger.valueOf(row.number("days")))
                .multiply(BigInteger.valueOf(units))
                .negate();
        var header = new LoanHeader(1, "LC-1", 1, null, null, new LoanHeader.Funding(1, 1, 1), Stage.ACTIVE, null);
        return new LoanBalance(header, List.of(new PartBalance(1, Part.IN_TERM, new InterestLine(0, constant))));
    }

    @Test
    void isSetOffPaidBackAndTakenBack() {
        var village = Village.in(beans, "CREDIT", PAID_OUT, 15);
        var first = VillageDay.open(beans, village);
        var group = first.lend(1, 3, "CANNGHEO", 100_000_000);
        var second = first.lendAgain(group, 2, "CANNGHEO", 0);
        first.end();
        VillageDay.close(beans, village, SESSION.minusDays(1));
        var session = VillageDay.open(beans, village);
        session.repay(group, 0, 100_000_000);
        session.repay(group, 1, 100_000_000);
        session.end();
        VillageDay.close(beans, village, OPEN.minusDays(1));
        var officer = as(village, Role.CREDIT_OFFICER, 91);
        var code = code(group, 0);
        var other = code(second, 0);
        refused(LoanRefusal.CREDIT_ABOVE_OVERPAID, () -> ask(officer, code, UseCredit.setOff(new Dong(1), other)));

        cutRate();
        var before = owed(second, 0);
        assertThat(owed(group, 0)).isBetween(new BigDecimal("-13370.4"), new BigDecimal("-13369.3"));
        refused(LoanRefusal.CREDIT_ABOVE_OVERPAID, () -> ask(officer, code, UseCredit.setOff(new Dong(13_371), other)));
        refused(
                LoanRefusal.CREDIT_OTHER_LOAN,
                () -> ask(officer, code, UseCredit.setOff(new Dong(13_370), code(group, 2))));
        long request = ask(officer, code, UseCredit.setOff(new Dong(13_370), other));
        long twin = ask(officer, code, UseCredit.payBack(new Dong(13_370), account()));
        refused(ChangeRefusal.ROLE_MAY_NOT_APPROVE, () -> approve(village.teller, request));
        approve(village.controller, request);
        assertThat(owed(group, 0)).isEqualByComparingTo("0");
        assertThat(owed(second, 0)).isEqualByComparingTo(before.subtract(new BigDecimal(13_370)));
        refused(ChangeRefusal.CHANGE_STALE, () -> approve(village.controller, twin));
        assertHolds();

        takeBack(village, officer, code, 13_370);
        assertThat(owed(group, 0)).isBetween(new BigDecimal("-13370.4"), new BigDecimal("-13369.3"));
        assertThat(owed(second, 0)).isEqualByComparingTo(before);
        refused(LoanRefusal.CREDIT_USE_TAKEN_BACK, () -> takeBack(village, officer, code, 13_370));
        assertHolds();

        paysBack(village, officer, group);
        VillageDay.close(beans, village, OPEN);
        assertHolds();
        paysInCash(village, officer, group);
        assertFindsABreach(code);
    }

    private void paysBack(Village village, Actor officer, GroupOfLoans group) {
        var code = code(group, 0);
        approve(village.controller, ask(officer, code, UseCredit.payBack(new Dong(13_000), account())));
        assertThat(owner.sql("select stage from loan.loan where code = :code")
                        .param("code", code)
                        .query(String.class)
                        .single())
                .as("370 đ are still its")
                .isEqualTo("ACTIVE");
        approve(village.controller, ask(officer, code, UseCredit.payBack(new Dong(370), account())));
        assertThat(owed(group, 0)).isEqualByComparingTo("0");
        approve(village.controller, ask(officer, code(group, 1), UseCredit.payBack(new Dong(13_370), account())));
        assertThat(bank()).isEqualTo(-26_740);
        takeBack(village, officer, code(group, 1), 13_370);
        assertThat(bank()).isEqualTo(-13_370);
        assertHolds();
    }

    /** At the counter of a session: up to the credit, once a line, taken back while the session is open. */
    private void paysInCash(Village village, Actor officer, GroupOfLoans group) {
        VillageDay.close(beans, village, NEXT_SESSION.minusDays(1));
        var session = VillageDay.open(beans, village);
        long loan = group.loans().get(1);
        var refund = beans.getBean(RefundCredit.class);
        var cash = cash(session);
        refused(LoanRefusal.CREDIT_ABOVE_OVERPAID, () -> refund.run(village.teller, cash(session, loan, 13_371)));
        refused(SessionRefusal.REFUND_NOTHING, () -> cash(session, loan, 0));
        refused(
                LoanRefusal.CREDIT_ABOVE_OVERPAID,
                () -> refund.run(village.teller, cash(session, group.loans().get(0), 1)));
        refund.run(village.teller, cash(session, loan, 13_000));
        var last = cash(session, loan, 370);
        int voucher = refund.run(village.teller, last);
        assertThat(refund.run(village.teller, last)).isEqualTo(voucher);
        assertThat(stage(loan)).isEqualTo("CLOSED");
        assertThat(owed(group, 1)).isEqualByComparingTo("0");
        assertThat(cash(session)).isEqualTo(cash - 13_370);
        refused(LoanRefusal.CREDIT_PAID_AT_COUNTER, () -> takeBack(village, officer, code(group, 1), 370));

        long journal = owner.sql("select max(journal_id) from session.posting where kind = 'REFUND'")
                .query(Long.class)
                .single();
        beans.getBean(ReverseLines.class)
                .run(
                        village.teller,
                        new ReverseLines.Reversal(
                                UUID.randomUUID(), journal, List.of(last.lineId()), "chi nhầm người"));
        assertThat(stage(loan)).isEqualTo("ACTIVE");
        assertThat(cash(session)).isEqualTo(cash - 13_000);
        refund.run(village.teller, cash(session, loan, 370));
        session.end();
        assertHolds();
    }

    private static Refund cash(VillageDay session, long loan, long amount) {
        return new Refund(UUID.randomUUID(), UUID.randomUUID(), session.session(), loan, new Dong(amount));
    }

    private long cash(VillageDay session) {
        return owner.sql("select balance from session.cash_box where session_id = " + session.session())
                .query(Long.class)
                .single();
    }

    private String stage(long loan) {
        return owner.sql("select stage from loan.loan where id = " + loan)
                .query(String.class)
                .single();
    }

    private void assertFindsABreach(String code) {
        owner.sql("alter table loan.movement disable trigger user").update();
        owner.sql("update loan.movement set interest = interest - 1 where kind = 'CREDIT'")
                .update();
        assertThat(beans.getBean(Verification.class).run(Actor.SYSTEM, each -> {}))
                .filteredOn(check -> check.name().equals("loan.credits-are-movements"))
                .allSatisfy(check -> assertThat(check.breach())
                        .hasValueSatisfying(what -> assertThat(what).contains("loan " + code + ": credit used")))
                .hasSize(1);
    }

    private void cutRate() {
        var inTerm = AnnualRate.ofPercent("7");
        var wanted = Facts.none().date("from", FROM).rate("in-term", inTerm).rate("overdue", inTerm.times(1300));
        var maker = new Actor(1, 1, "a", "Kế toán", Role.ACCOUNTANT, 0, Scope.COUNTRY);
        var checker = new Actor(2, 2, "b", "Lãnh đạo", Role.MANAGER, 0, Scope.COUNTRY);
        long id = beans.getBean(RequestChange.class)
                .run(
                        maker,
                        new Proposal(
                                UUID.randomUUID(),
                                "programme.rate",
                                "CANNGHEO",
                                wanted,
                                new Basis("theo quyết định", "QD-2553-2025", null)));
        approve(checker, id);
    }

    private static Payee account() {
        return new Payee(Payee.Kind.BORROWER, "Nguyễn Thị 0", "0123 456 789", "NHCSXH Hải Phòng", "");
    }

    private long ask(Actor maker, String code, Facts wanted) {
        return beans.getBean(RequestChange.class)
                .run(
                        maker,
                        new Proposal(
                                UUID.randomUUID(),
                                UseCredit.NAME,
                                code,
                                wanted,
                                new Basis("người vay đề nghị", null, null)));
    }

    private void takeBack(Village village, Actor maker, String code, long amount) {
        long use = owner.sql(
                        "select max(u.id) from loan.credit_use u join loan.loan l on l.id = u.loan_id where l.code = :code and u.kind <> 'BACK'")
                .param("code", code)
                .query(Long.class)
                .single();
        long id = beans.getBean(RequestChange.class)
                .run(
                        maker,
                        new Proposal(
                                UUID.randomUUID(),
                                TakeCreditBack.NAME,
                                code + ":" + use,
                                TakeCreditBack.whole(new Dong(amount)),
                                new Basis("nhập nhầm", null, null)));
        approve(village.controller, id);
    }

    private void approve(Actor checker, long id) {
        beans.getBean(DecideChange.class).approve(checker, UUID.randomUUID(), id);
    }

    private BigDecimal owed(GroupOfLoans group, int member) {
        return owner.sql(
                        "select sum(p.constant + p.principal * programme.in_term_index(p.series_id, '2025-12-20')) / 36500000000"
                                + " + sum(p.principal) from loan.part p where p.loan_id = :loan")
                .param("loan", group.loans().get(member))
                .query(BigDecimal.class)
                .single();
    }

    private String code(GroupOfLoans group, int member) {
        return owner.sql("select code from loan.loan where id = :id")
                .param("id", group.loans().get(member))
                .query(String.class)
                .single();
    }

    private long bank() {
        return owner.sql("select sum(e.amount) from ledger.entry e join ledger.journal j on j.id = e.journal_id"
                        + " where e.account = 'BANK' and j.business_date = '2025-12-20'")
                .query(Long.class)
                .single();
    }

    private static Actor as(Village village, Role role, int number) {
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
