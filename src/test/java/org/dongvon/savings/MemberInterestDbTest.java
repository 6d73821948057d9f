package org.dongvon.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.RateChange;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.engine.money.Dong;
import org.dongvon.savings.interest.InterestChange;
import org.dongvon.savings.interest.InterestMonth;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.session.withdrawal.WithdrawSavings;
import org.dongvon.session.withdrawal.WithdrawSavings.Settling;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Interest of members' deposits: the figures of docs/domain/deposits.md come out of the books. */
@PostgresTest
class MemberInterestDbTest {

    private static final LocalDate MAY = LocalDate.of(2024, 5, 18);

    private final ApplicationContext beans;
    private final OwnerDb owner;

    MemberInterestDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void creditsEachMonthOnceAndLosesNothing() {
        var village = Village.in(beans, "TGA");
        var credited = new CreditedInterest(beans, village);
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 3, "HONGHEO");
        april.save(group, 0, 5_000_000);
        april.save(group, 1, 10_000);
        april.end();

        refuses(SavingsRefusal.MONTH_NOT_OVER, () -> credited.ask("2024-04"));
        VillageDay.close(beans, village, MAY.minusDays(1));
        var late = credited.ask("2024-04");
        var again = credited.ask("2024-04");
        credited.approve(late);
        refuses(SavingsRefusal.MONTH_CREDITED, () -> credited.approve(again));

        assertThat(balance(group, 0)).isEqualTo(5_000_178);
        assertThat(balance(group, 1)).isEqualTo(10_000);
        assertThat(entries(village)).containsExactly("DEPOSIT_INTEREST 178", "MEMBER_DEPOSIT -178");
        var may = VillageDay.open(beans, village);
        may.save(group, 0, 1_000_000);
        may.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 6, 1));
        var stale = beans.getBean(InterestChange.class)
                .wanted(village.controller, InterestMonth.parse("TGA:2024-05"))
                .dong("none", Dong.ZERO);
        refuses(SavingsRefusal.INTEREST_MOVED_MEANWHILE, () -> credited.ask("2024-05", stale));
        credited.of("2024-05");

        assertThat(balance(group, 0)).isEqualTo(6_000_641);
        assertThat(owner.sql("select numerator from savings.interest where until = '2024-06-01' and point_id = :point")
                        .param("point", village.point)
                        .query(Long.class)
                        .list())
                .contains(16_903_551_800_000L);
        assertThat(owner.sql("select month || ' ' || accounts || ' ' || amount from savings.interest_month"
                                + " where office_id = :office order by month")
                        .param("office", village.office)
                        .query(String.class)
                        .list())
                .containsExactly("2024-04-01 1 178", "2024-05-01 2 464");
    }

    @Test
    void theDatabaseCountsAsTheTableDoes() {
        var village = Village.in(beans, "TGB");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 2, "HONGHEO");
        april.save(group, 0, 1_000_000);
        april.end();
        VillageDay.close(beans, village, MAY.minusDays(1));
        VillageDay.open(beans, village).save(group, 0, 3_000_001);
        var first = new AnnualRate(123_457);
        var second = new AnnualRate(5_600_000);
        var rates = RateSeries.of(
                "DEMAND",
                List.of(
                        new RateChange(LocalDate.of(2002, 10, 4), first, first),
                        new RateChange(LocalDate.of(2024, 5, 2), second, second)));
        long account = owner.sql("select id from savings.account where member_id = :member")
                .param("member", group.members().getFirst())
                .query(Long.class)
                .single();
        var until = LocalDate.of(2025, 3, 1);

        var owed = beans.getBean(Transactions.class)
                .read(Actor.SYSTEM, () -> beans.getBean(InterestOwed.class).numerators(List.of(account), rates, until));

        var moves = List.of(
                new DepositInterest.Move(Village.FIRST_DAY, new Dong(1_000_000)),
                new DepositInterest.Move(MAY, new Dong(3_000_001)));
        assertThat(owed).containsEntry(account, DepositInterest.numerator(moves, rates, until, Dong.ZERO));
    }

    @Test
    void isPaidOutWithTheDepositToWhoLeaves() {
        var village = Village.in(beans, "TGC");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 3, "HONGHEO");
        april.save(group, 0, 5_000_000);
        april.end();
        VillageDay.close(beans, village, MAY.minusDays(1));
        var may = VillageDay.open(beans, village);
        long member = group.members().getFirst();
        var settling = new Settling(UUID.randomUUID(), UUID.randomUUID(), may.session(), member);
        var desk = beans.getBean(WithdrawSavings.class);

        refuses(SessionRefusal.WITHDRAWAL_WHILE_DEBTS_DUE, () -> desk.settle(village.teller, settling));
        may.repay(group, 0, 0);
        whenAllLoansMustBeRepaid(
                () -> refuses(SessionRefusal.WITHDRAWAL_WHILE_LOANS_RUN, () -> desk.settle(village.teller, settling)));
        desk.settle(village.teller, settling);

        // 30 days of 5 000 000 at 0.1 %: 410.96.
        assertThat(balance(group, 0)).isZero();
        assertThat(owner.sql("select cash from session.posting where kind = 'WITHDRAWAL' and session_id = :session")
                        .param("session", may.session())
                        .query(Long.class)
                        .single())
                .isEqualTo(-5_000_411);
        assertThat(ties(member)).isEmpty();
        refuses(
                SessionRefusal.SETTLEMENT_OF_NOTHING,
                () -> desk.settle(
                        village.teller, new Settling(UUID.randomUUID(), UUID.randomUUID(), may.session(), member)));
        long journal = owner.sql("select journal_id from session.posting where kind = 'WITHDRAWAL' and session_id = "
                        + may.session())
                .query(Long.class)
                .single();
        var back = new ReverseLines.Reversal(UUID.randomUUID(), journal, List.of(settling.lineId()), "nhầm");
        refuses(
                SavingsRefusal.SETTLED_WITH_INTEREST,
                () -> beans.getBean(ReverseLines.class).run(village.teller, back));
    }

    @Test
    void interestOfHalfADongTiesWhoDrewTheDeposit() {
        var village = Village.in(beans, "TGD");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 3, "HONGHEO");
        april.save(group, 1, 14_000);
        april.save(group, 2, 14_100);
        april.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 4, 30));
        owner.sql("update savings.account set balance = 0 where point_id = :point")
                .param("point", village.point)
                .update();

        // 13 days: 14 000 đ bear 0.4986 đ, 14 100 đ bear 0.5022 đ.
        assertThat(ties(group.members().get(1))).isEmpty();
        assertThat(ties(group.members().get(2))).containsExactly(new Dong(1));
        owner.sql(
                        "update savings.account a set balance = (select sum(m.amount) from savings.movement m where m.account_id = a.id)"
                                + " where point_id = :point and exists (select from savings.movement m where m.account_id = a.id)")
                .param("point", village.point)
                .update();
    }

    private List<Dong> ties(long member) {
        return beans.getBean(Transactions.class)
                .read(
                        Actor.SYSTEM,
                        () -> beans.getBean(DepositsOfMembers.class).ties(List.of(member)).stream()
                                .map(tie -> tie.amount())
                                .toList());
    }

    /** The rule stands for the time of one transaction that is not kept. */
    private void whenAllLoansMustBeRepaid(Runnable then) {
        assertThatThrownBy(() -> beans.getBean(Transactions.class).write(Actor.SYSTEM, () -> {
                    beans.getBean(JdbcClient.class).sql("""
                                    insert into programme.parameter (code, valid_from, value, unit, document_id, mark, note_vi)
                                    select code, '2024-05-01', 'ALL_REPAID', unit, document_id, mark, note_vi
                                      from programme.parameter where code = 'MEMBER_WITHDRAWAL'
                                    """).update();
                    then.run();
                    throw new IllegalStateException("not kept");
                }))
                .hasMessage("not kept");
    }

    private long balance(Village.GroupOfLoans group, int member) {
        return owner.sql("select balance from savings.account where member_id = "
                        + group.members().get(member))
                .query(Long.class)
                .single();
    }

    private List<String> entries(Village village) {
        return owner.sql("""
                        select e.account || ' ' || e.amount from ledger.entry e join ledger.journal j on j.id = e.journal_id
                         where j.kind = 'DEPOSIT_INTEREST' and j.office_id = :office order by 1
                        """)
                .param("office", village.office)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private static void refuses(Refusal refusal, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
