package org.dongvon.loan.page;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.Repayments;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.support.LoanVillage;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@PostgresTest
class LoanPagesDbTest {

    private final ApplicationContext beans;
    private final LoanPages pages;
    private final Repayments repayments;
    private final Transactions transactions;

    LoanPagesDbTest(ApplicationContext beans, LoanPages pages, Repayments repayments, Transactions transactions) {
        this.beans = beans;
        this.pages = pages;
        this.repayments = repayments;
        this.transactions = transactions;
    }

    @Test
    void showsTheMonthOfTheRateCut() {
        var home = new LoanVillage(beans, "A");
        home.save(0, 50_000);

        var loan = show(home, 0, null);
        var today = requireNonNull(loan.today());

        assertThat(today.interest().asked()).isEqualTo(new Dong(634_389));
        assertThat(today.why().rows())
                .extracting(row -> requireNonNull(row.piece()).days().rate().percent() + " " + row.change() + " "
                        + requireNonNull(row.law()).documents().stream()
                                .map(document -> document.number())
                                .toList())
                .containsExactly("7.92 false [15/2013/QĐ-TTg]", "7.488 true [2553/QĐ-TTg]");
        assertThat(loan.deposit()).isEqualTo(new Dong(50_000));
        assertThat(loan.schedule())
                .extracting(ScheduleRow::kind)
                .containsExactly(ScheduleRow.Kind.NEXT, ScheduleRow.Kind.LATER, ScheduleRow.Kind.LATER);
        assertThat(loan.lines())
                .singleElement()
                .satisfies(line -> assertThat(line.amount()).isEqualTo(new Dong(100_000_000)));
    }

    @Test
    void comesToWhatTheDeskAsksWhateverWasPaid() {
        var home = new LoanVillage(beans, "B");
        home.pay(0, 634_389, 0);
        home.pay(1, 300_000, 0);
        home.pay(2, 0, 20_000_000);
        home.pay(3, 634_389, 33_300_000);
        home.moveTo(LocalDate.of(2026, 1, 15));
        home.pay(1, 500_000, 1_000_000);
        home.pay(3, 100, 0);

        for (int member = 0; member < 5; member++) {
            for (var day : List.of(LocalDate.of(2026, 1, 15), LocalDate.of(2026, 2, 1), LocalDate.of(2026, 12, 31))) {
                comparesWithTheDesk(home, member, day);
            }
        }
    }

    @Test
    void comesToWhatTheDeskAsksOfALoanWithAnOverduePart() {
        var home = new LoanVillage(beans, "C");
        home.pay(0, 634_389, 30_000_000);
        var due = LocalDate.of(2028, 11, 15);
        home.jumpTo(due);
        var overdue = beans.getBeansOfType(DailyStep.class).values().stream()
                .filter(step -> step.name().equals("overdue"))
                .findFirst()
                .orElseThrow();
        transactions.write(Actor.SYSTEM, () -> overdue.run(Actor.SYSTEM, home.village.office, due));

        var later = LocalDate.of(2029, 1, 5);
        comparesWithTheDesk(home, 0, later);
        var loan = show(home, 0, later);
        var today = requireNonNull(loan.today());
        assertThat(today.principal().overdue()).isEqualTo(new Dong(70_000_000));
        assertThat(today.why().rows().getLast().isSpecial()).isTrue();
        assertThat(loan.schedule()).extracting(ScheduleRow::kind).containsOnly(ScheduleRow.Kind.DUE_UNPAID);
        assertThat(today.interest().arrears().isPositive()).isTrue();
    }

    private void comparesWithTheDesk(LoanVillage home, int member, LocalDate day) {
        long id = home.group.loans().get(member);
        var owed = transactions.read(home.village.teller, () -> {
            var desk = repayments.read(List.of(id));
            return desk.interestOn(requireNonNull(desk.balances().get(id)), day);
        });
        var why = requireNonNull(show(home, member, day).today()).why().explanation();

        assertThat(why.numerator()).isEqualTo(owed.numerator());
        assertThat(why.total()).isEqualTo(owed.total());
    }

    @Test
    void explainsAPaymentByTheBalanceBeforeIt() {
        var home = new LoanVillage(beans, "D");
        var first = UUID.randomUUID();
        var second = UUID.randomUUID();
        home.pay(first, 0, 300_000, 0);
        home.pay(second, 0, 334_389, 5_000_000);

        var before = pages.line(home.village.teller, home.loan(0), first);
        var after = pages.line(home.village.teller, home.loan(0), second);

        assertThat(before.why().explanation().total()).isEqualTo(new Dong(634_389));
        assertThat(before.line().interest()).isEqualTo(new Dong(300_000));
        assertThat(after.why().explanation().total()).isEqualTo(new Dong(334_389));
        // 634 389.0411 đ − 634 389 đ, in units of 1 / (365 × 10^8) đ.
        assertThat(after.left()).isEqualTo(1_500_000_000L);
        assertThat(after.line().principal()).isEqualTo(new Dong(5_000_000));
    }

    @Test
    void countsADayInThePastByWhatCountedThen() {
        var home = new LoanVillage(beans, "E");
        home.pay(0, 634_389, 33_300_000);

        var loan = show(home, 0, LocalDate.of(2025, 12, 1));
        var today = requireNonNull(loan.today());

        assertThat(today.principal().outstanding()).isEqualTo(new Dong(100_000_000));
        assertThat(today.interest().asked()).isEqualTo(new Dong(347_178));
        assertThat(show(home, 0, null).schedule().getFirst().kind()).isEqualTo(ScheduleRow.Kind.PAID);
    }

    @Test
    void refusesDaysOutsideOfTheLoansLife() {
        var home = new LoanVillage(beans, "F");

        refuses(home, LocalDate.of(2025, 11, 14), LoanRefusal.DAY_BEFORE_DISBURSEMENT);
        refuses(home, LocalDate.of(2026, 12, 16), LoanRefusal.DAY_TOO_FAR);
        assertThat(requireNonNull(show(home, 0, LoanVillage.PAID_OUT).today())
                        .interest()
                        .asked())
                .isEqualTo(Dong.ZERO);
    }

    private void refuses(LoanVillage home, LocalDate day, LoanRefusal refusal) {
        assertThatThrownBy(() -> show(home, 0, day))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private LoanView show(LoanVillage home, int member, @org.jspecify.annotations.Nullable LocalDate day) {
        return pages.show(home.village.teller, home.loan(member), day);
    }
}
