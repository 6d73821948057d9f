package org.dongvon.capital;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Account;
import org.dongvon.ledger.Entry;
import org.dongvon.ledger.Journal;
import org.dongvon.ledger.Ledger;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

/** Thirty-two at once lend out of one allotment, or grant and give back of one contract. */
@PostgresTest
class ManyLendersDbTest extends ContractByTwo {

    private static final int WRITERS = 32;

    ManyLendersDbTest(ApplicationContext beans) {
        super(beans);
    }

    /** 100 million lie there; each of the 32 tries five times 3 million, so 33 of the 160 fit. */
    @Test
    void neverLendMoreThanThereIs() throws Exception {
        sign();
        receive(100 * MILLION);
        grant(code, 100 * MILLION);
        long allotment = allotment();

        var lent = together(writer -> {
            int done = 0;
            for (int i = 0; i < 5; i++) {
                done += lend(allotment, 3 * MILLION) ? 1 : 0;
            }
            return done;
        });

        assertThat(lent.stream().mapToInt(Integer::intValue).sum()).isEqualTo(33);
        assertThat(sums(contract)).containsExactly(100 * MILLION, 0L, 0L, 0L, 100 * MILLION, 99 * MILLION);
        assertBooksHold();
    }

    /** Grants and returns of one contract wait for each other: 40 million can leave it once. */
    @Test
    void neverGrantAndReturnTheSameMoney() throws Exception {
        sign();
        receive(40 * MILLION);

        var done = together(writer -> {
            try {
                if (writer % 2 == 0) {
                    grant(code, 40 * MILLION);
                } else {
                    giveBack(40 * MILLION);
                }
                return 1;
            } catch (Refused refused) {
                return 0;
            }
        });

        assertThat(done.stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);
        var sums = sums(contract);
        assertThat(sums.get(3) + sums.get(4)).isEqualTo(40 * MILLION);
        assertBooksHold();
    }

    private long allotment() {
        return owner.sql(
                        "select a.id from capital.allotment a join capital.contract c on c.id = a.contract_id where c.code = :code")
                .param("code", contract)
                .query(Long.class)
                .single();
    }

    private boolean lend(long allotment, long amount) {
        var key = UUID.randomUUID();
        try {
            beans.getBean(Submissions.class)
                    .once(Actor.SYSTEM, new Submission(key, "test", "lend"), Integer.class, () -> {
                        var day = beans.getBean(BusinessDays.class).hold(village.office);
                        long contractId = owner.sql("select id from capital.contract where code = :code")
                                .param("code", contract)
                                .query(Long.class)
                                .single();
                        var header =
                                new Journal.Header(key, village.point, village.office, day, day, "DISBURSEMENT", null);
                        long journal = beans.getBean(Ledger.class)
                                .post(new Journal(
                                        header,
                                        List.of(
                                                new Entry(Account.LOAN_IN_TERM, 1, contractId, new Dong(amount)),
                                                Entry.of(Account.CASH, new Dong(-amount)))))
                                .journalId();
                        beans.getBean(Allotments.class).move(journal, Map.of(allotment, new Dong(amount)));
                        return new Submissions.Done<>(village.point, day, 1);
                    });
            return true;
        } catch (Refused refused) {
            assertThat(refused.refusal()).isEqualTo(CapitalRefusal.ALLOTMENT_EXHAUSTED);
            return false;
        }
    }

    private static List<Integer> together(Work work) throws Exception {
        var gate = new CountDownLatch(1);
        try (var pool = Executors.newFixedThreadPool(WRITERS)) {
            var running = new ArrayList<Future<Integer>>();
            for (int i = 0; i < WRITERS; i++) {
                int writer = i;
                Callable<Integer> each = () -> {
                    gate.await();
                    return work.run(writer);
                };
                running.add(pool.submit(each));
            }
            gate.countDown();
            var results = new ArrayList<Integer>();
            for (var each : running) {
                results.add(each.get());
            }
            return results;
        }
    }

    /** What each writer does; how often it came through. */
    @FunctionalInterface
    private interface Work {
        int run(int writer) throws Exception;
    }
}
