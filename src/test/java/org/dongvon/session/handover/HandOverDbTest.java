package org.dongvon.session.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.engine.money.Dong;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Vaults;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CloseSession;
import org.dongvon.session.handover.HandOverCash.Giving;
import org.dongvon.session.opening.OpenSession;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.Verification;
import org.dongvon.support.CashHandedOver;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.dongvon.support.VillageDay;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataIntegrityViolationException;

/** Cash that changes hands during the day: docs/domain/cash.md. */
@PostgresTest
class HandOverDbTest {

    private final ApplicationContext beans;
    private final HandOverCash cash;
    private final OwnerDb owner;
    private final Verification verification;

    HandOverDbTest(ApplicationContext beans, HandOverCash cash, OwnerDb owner, Verification verification) {
        this.beans = beans;
        this.cash = cash;
        this.owner = owner;
        this.verification = verification;
    }

    @AfterEach
    void booksAreRight() {
        assertThat(verification.run(Actor.SYSTEM, check -> {}))
                .allSatisfy(check -> assertThat(check.breach()).as(check.name()).isEmpty());
    }

    /** The table of docs/domain/cash.md, row by row. */
    @Test
    void theDayOfTheHandbookPage() {
        var village = Village.in(beans, "HA");
        village.stockVault(100_000_000);
        long session = open(village, village.point, village.teller, 60_000_000);
        var other = second(village);
        long counter = open(village, village.direct, other, 10_000_000);
        stands(village, session, counter, "30000000 60000000 10000000 0");

        long toCounter = give(village.teller, session, counter, 15_000_000);
        stands(village, session, counter, "30000000 45000000 10000000 15000000");
        take(other, toCounter);
        stands(village, session, counter, "30000000 45000000 25000000 0");

        long toVault = give(village.teller, session, null, 40_000_000);
        stands(village, session, counter, "30000000 5000000 25000000 40000000");
        refuses(SessionRefusal.HAND_OVER_HANGS, () -> close(village, session, 5_000_000));
        take(village.controller, toVault);
        stands(village, session, counter, "70000000 5000000 25000000 0");

        long toTeller = give(village.leader, null, session, 20_000_000);
        back(village.controller, toTeller);
        stands(village, session, counter, "70000000 5000000 25000000 0");
        refuses(SessionRefusal.HAND_OVER_ENDED, () -> take(village.teller, toTeller));

        close(village, session, 5_000_000);
        close(village, counter, 25_000_000);
        stands(village, session, counter, "100000000 0 0 0");
    }

    @Test
    void bothSidesSignAndEachForItsOwn() {
        var village = Village.in(beans, "HB");
        village.stockVault(100_000_000);
        long session = open(village, village.point, village.teller, 60_000_000);
        var other = second(village);
        long counter = open(village, village.direct, other, 0);

        refuses(SessionRefusal.HAND_OVER_NOT_YOURS, () -> give(other, session, counter, 500));
        refuses(SessionRefusal.HAND_OVER_NOT_YOURS, () -> give(village.teller, null, session, 500));
        refuses(SessionRefusal.CASH_TOO_LOW, () -> give(village.teller, session, null, 60_000_500));
        refuses(SessionRefusal.VAULT_TOO_LOW, () -> give(village.leader, null, session, 40_000_500));
        refuses(SessionRefusal.HAND_OVER_TO_ITSELF, () -> give(village.teller, session, session, 500));
        refuses(SessionRefusal.HAND_OVER_NOTHING, () -> give(village.teller, session, counter, 0));
        long given = give(village.teller, session, counter, 500);
        refuses(SessionRefusal.HAND_OVER_NOT_YOURS, () -> take(village.teller, given));
        refuses(SessionRefusal.HAND_OVER_NOT_YOURS, () -> back(other, given));
        take(other, given);
        refuses(SessionRefusal.HAND_OVER_ENDED, () -> back(village.teller, given));
        refuses(SessionRefusal.UNKNOWN_HAND_OVER, () -> take(other, 1));
    }

    @Test
    void aTableHoldsWhatTheProgramHolds() {
        var village = Village.in(beans, "HC");
        village.stockVault(100_000_000);
        long session = open(village, village.point, village.teller, 60_000_000);
        long given = give(village.teller, session, null, 1_000_000);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> owner.sql(
                                "update session.session set state = 'CLOSED', closed_by = controller_id, closed_at = now()"
                                        + " where id = " + session)
                        .update())
                .withMessageContaining("hand-overs are ended");
        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> owner.sql(
                                "insert into session.hand_over_end (hand_over_id, point_id, given_by, outcome, ended_by,"
                                        + " journal_id) select id, point_id, given_by, 'TAKEN', given_by, journal_id from session.hand_over"
                                        + " where id = " + given)
                        .update())
                .withMessageContaining("hand_over_end_two_persons");
        back(village.teller, given);
    }

    @Test
    void theDayIsNotClosedWhileCashIsOnTheWay() {
        var village = Village.in(beans, "HD");
        village.stockVault(10_000_000);
        long session = open(village, village.point, village.teller, 5_000_000);
        long given = give(village.teller, session, null, 1_000_000);

        refuses(SessionRefusal.HAND_OVER_HANGS, () -> VillageDay.close(beans, village, Village.FIRST_DAY));
        take(village.leader, given);
        close(village, session, 4_000_000);
        VillageDay.close(beans, village, Village.FIRST_DAY);
    }

    @Test
    void aCountOfTheVaultIsSignedByTwoAndBooksWhatIsMissing() {
        var village = Village.in(beans, "HE");
        village.stockVault(10_000_000);

        refuses(SessionRefusal.VAULT_MOVED_SINCE, () -> count(village, 10_000_000, 9_000_000));
        count(village, 9_500_000, 10_000_000);
        assertThat(held(village)).isEqualTo(9_500_000);
        count(village, 9_500_000, 9_500_000);
        count(village, 9_700_000, 9_500_000);

        assertThat(held(village)).isEqualTo(9_700_000);
        assertThat(owner.sql(
                                "select concat_ws(' ', number, expected, counted) from session.vault_count where office_id = :office"
                                        + " order by number")
                        .param("office", village.office)
                        .query(String.class)
                        .list())
                .containsExactly("1 10000000 9500000", "2 9500000 9500000", "3 9500000 9700000");
    }

    private void count(Village village, long counted, long book) {
        CashHandedOver.count(beans, village, CashCount.of(new Dong(counted)), new Dong(book));
    }

    private Actor second(Village village) {
        long id = village.teller.id() + 5_000;
        return new Actor(
                id, id, "teller2", "Ngô Thị Lan", Role.TELLER, village.office, Scope.of(village.direct, village.point));
    }

    private long open(Village village, long point, Actor teller, long amount) {
        return beans.getBean(OpenSession.class)
                .run(
                        village.leader,
                        UUID.randomUUID(),
                        new OpenSession.Opening(point, teller.id(), village.controller.id(), new Dong(amount)));
    }

    private void close(Village village, long session, long counted) {
        beans.getBean(CloseSession.class)
                .run(village.controller, UUID.randomUUID(), session, CashCount.of(new Dong(counted)), "");
    }

    private long give(Actor actor, @Nullable Long from, @Nullable Long to, long amount) {
        return cash.give(actor, UUID.randomUUID(), new Giving(from, to, CashCount.of(new Dong(amount))));
    }

    private void take(Actor actor, long id) {
        cash.take(actor, UUID.randomUUID(), id);
    }

    private void back(Actor actor, long id) {
        cash.takeBack(actor, UUID.randomUUID(), id);
    }

    private long held(Village village) {
        return beans.getBean(Transactions.class)
                .read(
                        village.director,
                        () -> beans.getBean(Vaults.class)
                                .balance(village.office)
                                .amount());
    }

    /** Vault, box of the session, box of the counter, on the way. */
    private void stands(Village village, long session, long counter, String cells) {
        assertThat(owner.sql("""
                        select concat_ws(' ', (select balance from session.vault where office_id = :office),
                                         (select balance from session.cash_box where session_id = :session),
                                         (select balance from session.cash_box where session_id = :counter),
                                         (select coalesce(sum(amount), 0) from ledger.v_trial_balance
                                           where office_id = :office and account = 'CASH_ON_THE_WAY'))
                        """)
                        .param("office", village.office)
                        .param("session", session)
                        .param("counter", counter)
                        .query(String.class)
                        .single())
                .isEqualTo(cells);
    }

    private static void refuses(Refusal refusal, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refused.class)
                .isThrownBy(attempt)
                .satisfies(refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
