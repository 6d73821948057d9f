package org.dongvon.shared.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.GrantAllotment;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Scope;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Basis;
import org.dongvon.shared.change.RequestChange.Proposal;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.dongvon.support.Village;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.postgresql.util.PSQLException;
import org.springframework.context.ApplicationContext;
import org.springframework.dao.DataAccessException;

/** Two persons, on the grant of capital: 1 000 000 000 đ of a contract of 200 000 000 000 đ. */
@PostgresTest
class ChangeRequestDbTest {

    private static final long GRANTED = 1_000_000_000;
    private static final long DIRECTORS_LIMIT = 5_000_000_000L;
    private static final long MANAGERS_LIMIT = 100_000_000_000L;
    private static final String DOCUMENT = "QD-131-2002";
    private static int villages;

    private final ApplicationContext beans;
    private final RequestChange request;
    private final DecideChange decide;
    private final ChangeBook book;
    private final Transactions transactions;
    private final OwnerDb owner;
    private Village village;
    private Actor maker;
    private Actor director;
    private Actor manager;
    private String subject;
    private long contract;

    ChangeRequestDbTest(ApplicationContext beans) {
        this.beans = beans;
        this.request = beans.getBean(RequestChange.class);
        this.decide = beans.getBean(DecideChange.class);
        this.book = beans.getBean(ChangeBook.class);
        this.transactions = beans.getBean(Transactions.class);
        this.owner = beans.getBean(OwnerDb.class);
    }

    @BeforeEach
    void newVillage() {
        var code = "TWO" + ++villages;
        village = Village.in(beans, code);
        maker = person(1, village.office * 100 + 1, Role.FUND_OFFICER);
        director = person(2, village.office * 100 + 2, Role.DIRECTOR);
        manager = person(3, village.office * 100 + 3, Role.MANAGER);
        subject = "UT-" + code + ":" + code;
        var grants = beans.getBean(GrantAllotment.class);
        contract = transactions.write(
                Actor.SYSTEM,
                () -> grants.sign(
                        village.office,
                        new GrantAllotment.NewContract(
                                "UT-" + code,
                                "PROVINCE",
                                "UBND thành phố",
                                "QĐ 12",
                                Village.FIRST_DAY,
                                new Dong(200_000_000_000L))));
        grants.grant(Actor.SYSTEM, UUID.randomUUID(), village.office, contract, new Dong(GRANTED));
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
    void keepsTwoPersonsInTheDatabaseItself() {
        long id = ask(maker, GRANTED + 500);

        assertViolates(
                "change_request_two_persons",
                () -> owner.sql("""
                        update shared.change_request
                           set state = 'APPROVED', checker_account = 99, checker_person = maker_person, checker_role = 'DIRECTOR',
                               checker_name = 'x', decided_at = now()
                         where id = :id
                        """).param("id", id).update());
        assertViolates(
                "change_request_checker_decides",
                () -> owner.sql(
                                "update shared.change_request set state = 'APPROVED', decided_at = now() where id = :id")
                        .param("id", id)
                        .update());
        assertViolates(
                "change_request_keeps_what_was_asked",
                () -> owner.sql(
                                "update shared.change_request set new_facts = '[]', state = 'WITHDRAWN', decided_at = now() where id = :id")
                        .param("id", id)
                        .update());
        assertViolates(
                "change_request_kept",
                () -> owner.sql("delete from shared.change_request where id = :id")
                        .param("id", id)
                        .update());
    }

    @Test
    void neverChangesADecidedRequestAgain() {
        long id = ask(maker, GRANTED + 500);
        decide.sendBack(director, UUID.randomUUID(), id, "thiếu văn bản");

        assertRefused(() -> approve(director, id), ChangeRefusal.ALREADY_DECIDED);
        assertRefused(() -> withdraw(maker, id), ChangeRefusal.ALREADY_DECIDED);
        assertViolates(
                "change_request_decided_once",
                () -> owner.sql("update shared.change_request set note = 'khác' where id = :id")
                        .param("id", id)
                        .update());
        assertViolates(
                "change_event_append_only",
                () -> owner.sql("update shared.change_event set note = 'khác' where request_id = :id")
                        .param("id", id)
                        .update());
    }

    @Test
    void isBornWaiting() {
        long id = ask(maker, GRANTED + 500);

        assertViolates(
                "change_request_born_waiting",
                () -> owner.sql("""
                        insert into shared.change_request (kind, subject, point_id, business_date, old_facts, new_facts, reason,
                            submission, maker_account, maker_person, maker_role, maker_name, state, decided_at)
                        select kind, subject, point_id, business_date, old_facts, new_facts, reason, gen_random_uuid(),
                               maker_account, maker_person, maker_role, maker_name, 'WITHDRAWN', now()
                          from shared.change_request where id = :id
                        """).param("id", id).update());
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
        owner.sql("update capital.contract set amount = :all where id = :id")
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
        assertRefused(() -> ask(maker, GRANTED - 1), CapitalRefusal.GRANT_NOT_RAISED);
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

    @Test
    void answersARepeatedKeyOnceAndRefusesItForOtherContent() {
        var key = UUID.randomUUID();
        var asked = proposal(key, GRANTED + 500, basis());

        long id = request.run(maker, asked);
        assertThat(request.run(maker, asked)).isEqualTo(id);
        assertRefused(() -> request.run(maker, proposal(key, GRANTED + 600, basis())), SharedRefusal.KEY_REUSED);

        var approval = UUID.randomUUID();
        decide.approve(director, approval, id);
        decide.approve(director, approval, id);
        assertThat(granted()).isEqualTo(GRANTED + 500);
        assertThat(steps(id)).hasSize(2);
    }

    @Test
    void letsOneOfTwoCheckersWin() throws Exception {
        for (int round = 0; round < 5; round++) {
            long before = granted();
            long id = ask(maker, before + 100);
            var barrier = new CyclicBarrier(2);
            List<Callable<String>> both = new ArrayList<>();
            for (int i = 2; i < 4; i++) {
                var checker = person(i, 1000 + i, Role.DIRECTOR);
                both.add(() -> {
                    barrier.await();
                    try {
                        approve(checker, id);
                        return "APPROVED";
                    } catch (Refused refused) {
                        return refused.refusal().name();
                    }
                });
            }

            try (var threads = Executors.newFixedThreadPool(2)) {
                var answers = new ArrayList<String>();
                for (var future : threads.invokeAll(both)) {
                    answers.add(future.get());
                }
                assertThat(answers).containsExactlyInAnyOrder("APPROVED", "ALREADY_DECIDED");
            }
            assertThat(granted()).isEqualTo(before + 100);
        }
    }

    private long ask(Actor maker, long granted) {
        return request.run(maker, proposal(UUID.randomUUID(), granted, basis()));
    }

    private static Basis basis() {
        return new Basis("bổ sung vốn", DOCUMENT, null);
    }

    private Proposal proposal(UUID key, long granted, Basis basis) {
        return new Proposal(key, "capital.grant", subject, Facts.none().dong("granted", new Dong(granted)), basis);
    }

    private void approve(Actor checker, long id) {
        decide.approve(checker, UUID.randomUUID(), id);
    }

    private void withdraw(Actor maker, long id) {
        decide.withdraw(maker, UUID.randomUUID(), id);
    }

    /** Somebody of the village's office. */
    private Actor person(int account, long person, Role role) {
        long id = village.office * 100 + account;
        return new Actor(id, person, "u" + account, "Bùi Thị Tâm", role, village.office, village.director.scope());
    }

    private ChangeRequest get(Actor reader, long id) {
        return transactions.read(reader, () -> book.get(id));
    }

    private List<ChangeState> steps(long id) {
        return transactions.read(maker, () -> book.steps(id)).stream()
                .map(ChangeBook.Step::state)
                .collect(Collectors.toList());
    }

    private long granted() {
        return count("select granted from capital.allotment where contract_id = " + contract);
    }

    private long count(String sql) {
        return owner.sql(sql).query(Long.class).single();
    }

    private static void assertRefused(ThrowingCallable work, Refusal rule) {
        assertThatThrownBy(work)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
    }

    private static void assertViolates(String constraint, ThrowingCallable work) {
        assertThatThrownBy(work)
                .isInstanceOf(DataAccessException.class)
                .rootCause()
                .isInstanceOfSatisfying(
                        PSQLException.class,
                        e -> assertThat(Objects.requireNonNull(e.getServerErrorMessage())
                                        .getConstraint())
                                .isEqualTo(constraint));
    }
}
