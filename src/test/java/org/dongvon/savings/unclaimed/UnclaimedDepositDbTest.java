package org.dongvon.savings.unclaimed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.savings.IdleDeposit;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.session.SessionRefusal;
import org.dongvon.shared.Invariants;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Deposits that nobody claims: the rows of docs/domain/deposits.md come out of the books. */
@PostgresTest
class UnclaimedDepositDbTest {

    private static final LocalDate MAY = LocalDate.of(2024, 5, 18);
    private static final long SAVED = 5_000_000;

    /** 30 days at 0.1 %: 410.96. */
    private static final long IN_MAY = 5_000_411;

    private final ApplicationContext beans;
    private final OwnerDb owner;

    UnclaimedDepositDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    private IdleDeposit saved(Village village, VillageDay day) {
        return new IdleDeposit(beans, village, 9, day.session(), SAVED);
    }

    private String booked(Village village) {
        return owner.sql("""
                        select concat_ws(' ', coalesce(-sum(e.amount) filter (where e.account = 'MEMBER_DEPOSIT'), 0),
                                         coalesce(-sum(e.amount) filter (where e.account = 'UNCLAIMED_DEPOSIT'), 0),
                                         coalesce(sum(e.amount) filter (where e.account = 'DEPOSIT_INTEREST'), 0))
                          from ledger.entry e join ledger.journal j on j.id = e.journal_id
                         where j.office_id = :office
                        """)
                .param("office", village.office)
                .query(String.class)
                .single();
    }

    @Test
    void isMovedWithItsInterestAndPaidToAnHeir() {
        var village = Village.in(beans, "CNA");
        var april = VillageDay.open(beans, village);
        var saver = saved(village, april);
        april.end();
        VillageDay.close(beans, village, MAY.minusDays(1));
        assertThat(booked(village)).isEqualTo("5000000 0 0");

        long moved = saver.move("DIED", "Giấy chứng tử 15/2024", IN_MAY);

        assertThat(booked(village)).isEqualTo("0 5000411 411");
        var may = VillageDay.open(beans, village);
        saver.pay(may.session(), moved, "Nguyễn Văn Kế");
        assertThat(booked(village)).isEqualTo("0 0 411");
        refuses(SavingsRefusal.DEPOSIT_EMPTY, () -> saver.ask("DIED", "Giấy chứng tử 15/2024", 0));
        refuses(SavingsRefusal.UNCLAIMED_PAID, () -> saver.pay(may.session(), moved, "Nguyễn Văn Kế"));
        assertThat(owner.sql(
                                "select kind || ' ' || cash from session.posting where session_id = :session and kind = 'WITHDRAWAL'")
                        .param("session", may.session())
                        .query(String.class)
                        .single())
                .isEqualTo("WITHDRAWAL -5000411");
        theBooksHold();
    }

    @Test
    void waitsForTheMonthsOfTheRuleOrAPaper() {
        var village = Village.in(beans, "CNB");
        var april = VillageDay.open(beans, village);
        var saver = saved(village, april);
        april.end();
        VillageDay.close(beans, village, MAY.minusDays(1));

        refuses(SavingsRefusal.DEPOSIT_STILL_USED, () -> saver.ask("UNTOUCHED", "", IN_MAY));
        refuses(SavingsRefusal.UNCLAIMED_NEEDS_PAPER, () -> saver.ask("LEFT", "", IN_MAY));
        refuses(SavingsRefusal.INTEREST_MOVED_MEANWHILE, () -> saver.ask("LEFT", "Xác nhận 3", IN_MAY - 1));
        assertThat(list(village)).isEmpty();
        openDay(village, LocalDate.of(2026, 4, 18));
        // 730 days of 5 000 000 at 0.1 %: exactly two years ago is not before it.
        refuses(SavingsRefusal.DEPOSIT_STILL_USED, () -> saver.ask("UNTOUCHED", "", 5_010_000));
        openDay(village, LocalDate.of(2026, 4, 19));
        saver.ask("UNTOUCHED", "", 5_010_014);
    }

    @Test
    void aMemberWithALoanKeepsTheDeposit() {
        var village = Village.in(beans, "CNC");
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 1, "HONGHEO");
        april.save(group, 0, SAVED);
        var saver = IdleDeposit.of(beans, village, group.members().getFirst());

        refuses(SavingsRefusal.UNCLAIMED_WHILE_LOANS_RUN, () -> saver.ask("LEFT", "Xác nhận 3", SAVED));
    }

    @Test
    void isPaidByTheTellerOfItsPointAlone() {
        var village = Village.in(beans, "CND");
        var other = Village.in(beans, "CNE");
        var april = VillageDay.open(beans, village);
        var saver = saved(village, april);
        long moved = saver.move("LEFT", "Xác nhận 3", SAVED);
        var elsewhere =
                new IdleDeposit(beans, other, 9, VillageDay.open(beans, other).session(), SAVED);

        refuses(SessionRefusal.UNKNOWN_SESSION, () -> elsewhere.pay(april.session(), moved, "Nguyễn Văn Kế"));
        refuses(SavingsRefusal.CLAIMANT_WORDS, () -> saver.pay(april.session(), moved, "K"));
        saver.pay(april.session(), moved, "Kế");
    }

    @Test
    void theDatabaseKeepsPaymentsWholeAndForEver() {
        var village = Village.in(beans, "CNF");
        var april = VillageDay.open(beans, village);
        long moved = saved(village, april).move("LEFT", "Xác nhận 3", SAVED);

        assertThatThrownBy(() -> owner.sql("""
                                insert into savings.unclaimed_payment (unclaimed_id, journal_id, point_id, receiver, name, paper, amount)
                                select u.id, u.journal_id, u.point_id, 'HEIR', 'Kế', 'giấy', u.amount - 1 from savings.unclaimed u where u.id = :id
                                """).param("id", moved).update())
                .isInstanceOf(DataAccessException.class)
                .hasMessageContaining("unclaimed_payment_whole");
        assertThatThrownBy(() ->
                        owner.sql("update savings.unclaimed set amount = 1").update())
                .isInstanceOf(DataAccessException.class);
    }

    private List<Long> list(Village village) {
        return owner.sql("select member_id from savings.v_idle where point_id = :point and gone_on is not null")
                .param("point", village.point)
                .query((row, n) -> row.getLong(1))
                .list();
    }

    private void openDay(Village village, LocalDate day) {
        owner.sql("update organisation.business_day set day = :day where office_id = :office")
                .param("day", day)
                .param("office", village.office)
                .update();
    }

    private void theBooksHold() {
        for (var rules : beans.getBeansOfType(Invariants.class).values()) {
            for (var rule : rules.all()) {
                if (rule.name().startsWith("savings.") || rule.name().startsWith("session.")) {
                    var broken = owner.sql(rule.sql())
                            .query((row, n) -> row.getLong("broken") == 0 ? "" : row.getString("first"))
                            .list();
                    assertThat(broken).as(rule.name()).allMatch(String::isEmpty);
                }
            }
        }
    }

    private static void refuses(Refusal rule, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }
}
