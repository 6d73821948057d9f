package org.dongvon.shared.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** What holds whatever comes past the program: persons, decisions, keys, two checkers at once. */
@PostgresTest
class ChangeGuardsDbTest extends GrantsByTwo {

    ChangeGuardsDbTest(ApplicationContext beans) {
        super(beans);
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
}
