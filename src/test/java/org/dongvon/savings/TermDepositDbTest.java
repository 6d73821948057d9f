package org.dongvon.savings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.savings.term.AtMaturity;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
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

/** The lives of term deposits: the figures of docs/domain/deposits.md come out of the books. */
@PostgresTest
class TermDepositDbTest {

    private static final LocalDate MATURITY = LocalDate.of(2024, 10, 18);

    private final ApplicationContext beans;
    private final OwnerDb owner;

    TermDepositDbTest(ApplicationContext beans, OwnerDb owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @Test
    void oneIsRenewedAndAnotherWaitsToBePaid() {
        var village = Village.in(beans, "TKA");
        var deposits = new OpenedDeposit(beans, village);
        var april = VillageDay.open(beans, village);
        var group = april.lend(1, 2, "HONGHEO");
        long saver = deposits.person(group.members().getFirst());
        long before = cash(april.session());
        var renewed = deposits.open(april.session(), saver, 6, AtMaturity.RENEW, 50_000_000);
        var paid = deposits.open(april.session(), saver, 6, AtMaturity.PAY, 50_000_000);
        var mistaken = deposits.open(april.session(), saver, 6, AtMaturity.PAY, 1_000_000);
        deposits.pay(april.session(), mistaken);

        assertThat(List.of(renewed, paid, mistaken))
                .containsExactly("TKA-01-S000001", "TKA-01-S000002", "TKA-01-S000003");
        assertThat(cash(april.session())).isEqualTo(before + 100_000_000);
        refuses(SavingsRefusal.TERM_DEPOSIT_CLOSED, () -> deposits.pay(april.session(), mistaken));
        refuses(SavingsRefusal.UNKNOWN_TERM_DEPOSIT, () -> deposits.pay(april.session(), "TKA-01-S000009"));
        refuses(
                SavingsRefusal.NO_RATE_FOR_TERM,
                () -> deposits.open(april.session(), saver, 7, AtMaturity.RENEW, 1_000_000));
        refuses(
                SessionRefusal.TERM_DEPOSIT_OF_NOBODY,
                () -> deposits.open(april.session(), -1, 6, AtMaturity.RENEW, 1_000_000));
        refuses(
                SessionRefusal.TERM_DEPOSIT_OF_NOTHING,
                () -> deposits.open(april.session(), saver, 6, AtMaturity.RENEW, 0));
        april.end();
        VillageDay.close(beans, village, MATURITY);

        assertThat(balance(renewed)).isEqualTo(51_002_740);
        assertThat(balance(paid)).isEqualTo(51_002_740);
        assertThat(periods(renewed))
                .containsExactly("2024-04-18 2024-10-18 4000000 50000000", "2024-10-18 2025-04-18 4000000 51002740");
        assertThat(periods(paid)).containsExactly("2024-04-18 2024-10-18 4000000 50000000", "2024-10-18 – – 51002740");
        VillageDay.close(beans, village, LocalDate.of(2024, 11, 17));
        var november = VillageDay.open(beans, village);
        long box = cash(november.session());
        deposits.pay(november.session(), paid);

        // 31 days of 51 002 740 at 0.1 %: 4 331.74.
        assertThat(cash(november.session())).isEqualTo(box - 51_002_740 - 4_332);
        assertThat(balance(paid)).isZero();
        assertThat(control(village)).isEqualTo(balance(renewed));
    }

    @Test
    void theTermsInterestIsPaidOnItsLastDayAndTheDemandRateBefore() {
        var village = Village.in(beans, "TKB");
        var deposits = new OpenedDeposit(beans, village);
        var april = VillageDay.open(beans, village);
        long saver = deposits.person(april.lend(1, 2, "HONGHEO").members().getFirst());
        var early = deposits.open(april.session(), saver, 6, AtMaturity.RENEW, 50_000_000);
        var whole = deposits.open(april.session(), saver, 6, AtMaturity.RENEW, 50_000_000);
        april.end();
        VillageDay.close(beans, village, LocalDate.of(2024, 6, 17));
        var june = VillageDay.open(beans, village);
        long box = cash(june.session());
        deposits.pay(june.session(), early);
        // 61 days of 50 000 000 at 0.1 %: 8 356.16.
        assertThat(cash(june.session())).isEqualTo(box - 50_008_356);
        june.end();
        VillageDay.close(beans, village, MATURITY.minusDays(1));
        var october = VillageDay.open(beans, village);
        box = cash(october.session());
        deposits.pay(october.session(), whole);

        assertThat(cash(october.session())).isEqualTo(box - 51_002_740);
        assertThat(control(village)).isZero();
    }

    private long cash(long session) {
        return beans.getBean(Transactions.class)
                .read(Actor.SYSTEM, () -> beans.getBean(Sessions.class).cash(session))
                .orElseThrow()
                .amount();
    }

    private long balance(String code) {
        return owner.sql("select balance from savings.term_deposit where code = :code")
                .param("code", code)
                .query(Long.class)
                .single();
    }

    private List<String> periods(String code) {
        return owner.sql("""
                        select concat_ws(' ', p.from_on, coalesce(p.matures_on::text, '–'), coalesce(p.rate::text, '–'), p.principal)
                          from savings.term_period p join savings.term_deposit d on d.id = p.deposit_id
                         where d.code = :code order by p.seq
                        """)
                .param("code", code)
                .query((row, n) -> row.getString(1))
                .list();
    }

    private long control(Village village) {
        return owner.sql("""
                        select -sum(e.amount) from ledger.entry e join ledger.journal j on j.id = e.journal_id
                         where e.account = 'TERM_DEPOSIT' and j.office_id = :office
                        """).param("office", village.office).query(Long.class).single();
    }

    private static void refuses(Refusal refusal, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
