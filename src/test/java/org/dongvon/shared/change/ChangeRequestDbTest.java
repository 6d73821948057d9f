package org.dongvon.shared.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Objects;
import java.util.UUID;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** The life of a change that two persons make, on the grant of capital. */
@PostgresTest
class ChangeRequestDbTest extends GrantsByTwo {

    ChangeRequestDbTest(ApplicationContext beans) {
        super(beans);
    }

    @Test
    void waitsForASecondPersonAndChangesNothingMeanwhile() {
        long id = ask(maker, GRANTED + 500);

        assertThat(granted()).isEqualTo(GRANTED);
        var asked = get(director, id);
        assertThat(asked.isWaiting()).isTrue();
        assertThat(asked.values().old().dongOf("granted")).isEqualTo(new Dong(GRANTED));
        assertThat(asked.values().wanted().dongOf("granted")).isEqualTo(new Dong(GRANTED + 500));
        assertThat(asked.values().amount()).isEqualTo(new Dong(500));
        assertThat(asked.maker().person()).isEqualTo(maker.personId());
    }

    @Test
    void numbersTheRequestsOfAPointFromOneEachYear() {
        var first = get(director, ask(maker, GRANTED + 500)).number();
        var second = get(director, ask(maker, GRANTED + 600)).number();

        assertThat(first).matches("[A-Z0-9-]+-DN[0-9]{2}-[0-9]{4}");
        var place = first.substring(0, first.length() - 4);
        int serial = Integer.parseInt(first.substring(place.length()));
        assertThat(second).isEqualTo(place + "%04d".formatted(serial + 1));
    }

    @Test
    void aRefusedRequestUsesNoNumberUp() {
        var first = get(director, ask(maker, GRANTED + 500)).number();
        assertRefused(() -> ask(maker, GRANTED), ChangeRefusal.CHANGES_NOTHING);
        var second = get(director, ask(maker, GRANTED + 600)).number();

        assertThat(Integer.parseInt(second.substring(second.length() - 4)))
                .isEqualTo(Integer.parseInt(first.substring(first.length() - 4)) + 1);
    }

    @Test
    void makesTheChangeInTheApprovalsOwnTransaction() {
        long id = ask(maker, GRANTED + 500);
        var key = UUID.randomUUID();

        decide.approve(director, key, id);

        assertThat(granted()).isEqualTo(GRANTED + 500);
        assertThat(get(maker, id).outcome().state()).isEqualTo(ChangeState.APPROVED);
        assertThat(Objects.requireNonNull(get(maker, id).outcome().checker()).name())
                .isEqualTo(director.name());
        assertThat(count("select count(*) from ledger.journal where submission = '" + key + "'"))
                .isEqualTo(1);
        assertThat(count("select count(*) from shared.submission where key = '" + key + "'"))
                .isEqualTo(1);
        assertThat(steps(id)).containsExactly(ChangeState.WAITING, ChangeState.APPROVED);
    }

    @Test
    void refusesTheMakersOwnApprovalAlsoThroughAnotherAccount() {
        long id = ask(maker, GRANTED + 500);
        var sameAccount = person(1, maker.personId(), Role.DIRECTOR);
        var secondAccount = person(77, maker.personId(), Role.MANAGER);

        assertRefused(() -> approve(sameAccount, id), ChangeRefusal.OWN_CHANGE);
        assertRefused(() -> approve(secondAccount, id), ChangeRefusal.OWN_CHANGE);
        assertRefused(() -> decide.sendBack(secondAccount, UUID.randomUUID(), id, "sai"), ChangeRefusal.OWN_CHANGE);

        assertThat(get(maker, id).isWaiting()).isTrue();
        approve(director, id);
        assertThat(granted()).isEqualTo(GRANTED + 500);
    }

    @Test
    void returnsWithAReasonAndTheMakerSendsItAgain() {
        long first = ask(maker, GRANTED + 500);

        assertRefused(
                () -> decide.sendBack(director, UUID.randomUUID(), first, "  "), ChangeRefusal.RETURN_NEEDS_REASON);
        decide.sendBack(director, UUID.randomUUID(), first, "chỉ 400");
        long again = request.run(
                maker, proposal(UUID.randomUUID(), GRANTED + 400, new Basis("bổ sung vốn", DOCUMENT, first)));

        assertThat(get(maker, first).outcome().note()).isEqualTo("chỉ 400");
        assertThat(get(maker, again).basis().former()).isEqualTo(first);
        assertThat(steps(first)).containsExactly(ChangeState.WAITING, ChangeState.RETURNED);
        assertRefused(
                () -> request.run(
                        person(9, 9, Role.ACCOUNTANT),
                        proposal(UUID.randomUUID(), GRANTED + 300, new Basis("của người khác", DOCUMENT, first))),
                ChangeRefusal.FORMER_NOT_YOURS);
        assertRefused(
                () -> request.run(
                        maker, proposal(UUID.randomUUID(), GRANTED + 300, new Basis("còn đang chờ", DOCUMENT, again))),
                ChangeRefusal.FORMER_NOT_YOURS);
    }

    @Test
    void isWithdrawnByItsMakerAlone() {
        long id = ask(maker, GRANTED + 500);

        assertRefused(() -> withdraw(director, id), ChangeRefusal.NOT_YOUR_CHANGE);
        withdraw(maker, id);

        assertThat(get(maker, id).outcome().state()).isEqualTo(ChangeState.WITHDRAWN);
        assertThat(steps(id)).containsExactly(ChangeState.WAITING, ChangeState.WITHDRAWN);
        assertRefused(() -> approve(director, id), ChangeRefusal.ALREADY_DECIDED);
    }

    @Test
    void closesARequestWhoseMakerSawOtherFigures() {
        long id = ask(maker, GRANTED + 500);
        long other = ask(maker, GRANTED + 700);
        approve(director, other);
        var key = UUID.randomUUID();

        assertThatThrownBy(() -> decide.approve(director, key, id)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.refusal()).isEqualTo(ChangeRefusal.CHANGE_STALE);
            assertThat(e.facts()).contains(new Dong(GRANTED), new Dong(GRANTED + 700));
        });

        assertThat(granted()).isEqualTo(GRANTED + 700);
        var closed = get(maker, id);
        assertThat(closed.outcome().state()).isEqualTo(ChangeState.STALE);
        assertThat(Objects.requireNonNull(closed.values().found()).dongOf("granted"))
                .isEqualTo(new Dong(GRANTED + 700));
        assertRefused(() -> decide.approve(director, key, id), ChangeRefusal.CHANGE_STALE);
        assertRefused(() -> approve(director, id), ChangeRefusal.ALREADY_DECIDED);
    }

    @Test
    void keepsWaitingWhenTheTablesRefuseTheChangeAfterAll() {
        long id = ask(maker, GRANTED + 500);
        owner.sql("update capital.contract set received = :all where id = :id")
                .param("all", GRANTED + 499)
                .param("id", contract)
                .update();

        assertRefused(() -> approve(director, id), CapitalRefusal.CONTRACT_EXCEEDED);

        assertThat(get(maker, id).isWaiting()).isTrue();
        assertThat(granted()).isEqualTo(GRANTED);
    }

    @Test
    void letsEachRoleApproveUpToItsLimitAndNoFurther() {
        long ofTheDirector = ask(maker, GRANTED + DIRECTORS_LIMIT);
        long ofTheManager = ask(maker, GRANTED + DIRECTORS_LIMIT + 1);

        assertRefused(() -> approve(village.controller, ofTheDirector), ChangeRefusal.ROLE_MAY_NOT_APPROVE);
        assertThatThrownBy(() -> approve(director, ofTheManager)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.refusal()).isEqualTo(ChangeRefusal.ABOVE_LIMIT);
            assertThat(e.facts())
                    .containsExactly(
                            new Dong(DIRECTORS_LIMIT + 1), Role.DIRECTOR, new Dong(DIRECTORS_LIMIT), Role.MANAGER);
        });
        approve(director, ofTheDirector);
        long ofTheManagerAnew = ask(maker, GRANTED + 2 * DIRECTORS_LIMIT + 1);
        approve(manager, ofTheManagerAnew);

        assertThat(granted()).isEqualTo(GRANTED + 2 * DIRECTORS_LIMIT + 1);
    }

    @Test
    void refusesToAskForWhatNobodyMayApprove() {
        ask(maker, GRANTED + MANAGERS_LIMIT);

        assertThatThrownBy(() -> ask(maker, GRANTED + MANAGERS_LIMIT + 1)).isInstanceOfSatisfying(Refused.class, e -> {
            assertThat(e.refusal()).isEqualTo(ChangeRefusal.ABOVE_EVERY_LIMIT);
            assertThat(e.facts()).containsExactly(new Dong(MANAGERS_LIMIT + 1), new Dong(MANAGERS_LIMIT), Role.MANAGER);
        });
    }

    @Test
    void refusesWhatHasNoReasonNoRightNoScopeOrNothingNew() {
        assertRefused(() -> ask(village.teller, GRANTED + 1), ChangeRefusal.ROLE_MAY_NOT_ASK);
        assertRefused(() -> ask(Actor.SYSTEM, GRANTED + 1), ChangeRefusal.ROLE_MAY_NOT_ASK);
        assertRefused(
                () -> request.run(maker, proposal(UUID.randomUUID(), GRANTED + 1, new Basis(" ", DOCUMENT, null))),
                ChangeRefusal.CHANGE_NEEDS_REASON);
        assertRefused(
                () -> request.run(maker, proposal(UUID.randomUUID(), GRANTED + 1, new Basis("thêm", " ", null))),
                ChangeRefusal.CHANGE_NEEDS_DOCUMENT);
        assertRefused(
                () -> request.run(maker, proposal(UUID.randomUUID(), GRANTED + 1, new Basis("thêm", "KHONG-CO", null))),
                ChangeRefusal.CHANGE_DOCUMENT_UNKNOWN);
        assertRefused(() -> ask(maker, GRANTED), ChangeRefusal.CHANGES_NOTHING);
        assertRefused(() -> ask(maker, -1), CapitalRefusal.GRANT_BELOW_LENT);
        assertRefused(() -> ask(maker, 200_000_000_001L), CapitalRefusal.CONTRACT_EXCEEDED);
    }

    @Test
    void isNotThereForASiblingUnit() {
        long id = ask(maker, GRANTED + 500);
        var thisDirector = director;
        newVillage();

        assertRefused(() -> get(director, id), ChangeRefusal.UNKNOWN_CHANGE);
        assertRefused(() -> approve(director, id), ChangeRefusal.UNKNOWN_CHANGE);
        assertRefused(
                () -> get(new Actor(9, 9, "n", "N", Role.DIRECTOR, 0, Scope.NONE), id), ChangeRefusal.UNKNOWN_CHANGE);
        assertThat(get(thisDirector, id).id()).isEqualTo(id);
    }
}
