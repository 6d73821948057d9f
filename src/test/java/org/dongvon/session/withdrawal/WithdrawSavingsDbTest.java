package org.dongvon.session.withdrawal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.reversal.ReverseLines;
import org.dongvon.session.withdrawal.WithdrawSavings.Withdrawal;
import org.dongvon.shared.Refused;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Savings are paid out when nothing is due; the box, the deposit and the book agree. */
@PostgresTest
class WithdrawSavingsDbTest {

    private final ApplicationContext beans;
    private final WithdrawSavings withdraw;
    private final OwnerDb owner;

    WithdrawSavingsDbTest(ApplicationContext beans, WithdrawSavings withdraw, OwnerDb owner) {
        this.beans = beans;
        this.withdraw = withdraw;
        this.owner = owner;
    }

    @Test
    void paysUpToTheBalanceOnceAndTakesItBack() {
        var home = new Home("RA");
        home.day.save(home.group, 0, 100_000);
        var all = home.asked(0, 100_000);

        refuses(SessionRefusal.WITHDRAWAL_ABOVE_DEPOSIT, home.village, home.asked(0, 100_001));
        int voucher = withdraw.run(home.village.teller, all);

        assertThat(withdraw.run(home.village.teller, all)).isEqualTo(voucher);
        assertThat(home.balance(0)).isZero();
        assertThat(home.box()).isEqualTo(home.boxBefore);
        assertThat(sum("select sum(amount) from ledger.entry where account = 'MEMBER_DEPOSIT' and point_id = "
                        + home.village.point))
                .isZero();
        refuses(SessionRefusal.WITHDRAWAL_ABOVE_DEPOSIT, home.village, home.asked(0, 1));

        long journal = owner.sql(
                        "select journal_id from session.posting where kind = 'WITHDRAWAL' and session_id = :session")
                .param("session", home.day.session())
                .query(Long.class)
                .single();
        beans.getBean(ReverseLines.class)
                .run(
                        home.village.teller,
                        new ReverseLines.Reversal(UUID.randomUUID(), journal, List.of(all.lineId()), "chi nhầm người"));
        assertThat(home.balance(0)).isEqualTo(100_000);
        home.day.end();
    }

    @Test
    void waitsUntilWhatIsDueIsPaid() {
        var home = new Home("RB");
        home.day.save(home.group, 1, 60_000);
        home.day.end();
        VillageDay.close(beans, home.village, LocalDate.of(2024, 5, 17));
        var may = VillageDay.open(beans, home.village);
        var asked = new Withdrawal(
                UUID.randomUUID(),
                UUID.randomUUID(),
                may.session(),
                home.group.members().get(1),
                new Dong(60_000));

        refuses(SessionRefusal.WITHDRAWAL_WHILE_DEBTS_DUE, home.village, asked);
        may.repay(home.group, 1, 0);
        withdraw.run(home.village.teller, asked);

        assertThat(home.balance(1)).isZero();
    }

    @Test
    void isPaidByTheSessionsTellerFromTheCashThatIsThere() {
        var home = new Home("RC");
        home.day.save(home.group, 0, 50_000);

        assertThatThrownBy(() -> withdraw.run(home.village.controller, home.asked(0, 1)))
                .isInstanceOf(Refused.class);
        assertThatThrownBy(() -> home.asked(0, 0))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(SessionRefusal.WITHDRAWAL_NOTHING));
        home.day.end();
        refuses(SessionRefusal.SESSION_CLOSED, home.village, home.asked(0, 1));
    }

    private void refuses(SessionRefusal refusal, Village village, Withdrawal asked) {
        assertThatThrownBy(() -> withdraw.run(village.teller, asked))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private long sum(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    private final class Home {

        private final Village village;
        private final VillageDay day;
        private final Village.GroupOfLoans group;
        private final long boxBefore;

        Home(String code) {
            village = Village.in(beans, code);
            day = VillageDay.open(beans, village);
            group = day.lend(1, 3, "HONGHEO");
            boxBefore = box();
        }

        Withdrawal asked(int member, long amount) {
            return new Withdrawal(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    day.session(),
                    group.members().get(member),
                    new Dong(amount));
        }

        long balance(int member) {
            return sum("select balance from savings.account where member_id = "
                    + group.members().get(member));
        }

        long box() {
            return sum("select balance from session.cash_box where session_id = " + day.session());
        }
    }
}
