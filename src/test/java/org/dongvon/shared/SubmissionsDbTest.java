package org.dongvon.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.dongvon.support.OwnerDb;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

@PostgresTest
class SubmissionsDbTest {

    private static final Actor AT_POINT_7 = new Actor(5, 5, "gdv", "Nguyễn Thị Ánh", Role.TELLER, 1, Scope.of(7));

    private final Submissions submissions;
    private final Transactions transactions;
    private final JdbcClient db;
    private final OwnerDb owner;

    SubmissionsDbTest(Submissions submissions, Transactions transactions, JdbcClient db, OwnerDb owner) {
        this.submissions = submissions;
        this.transactions = transactions;
        this.db = db;
        this.owner = owner;
    }

    @Test
    void answersTheSameKeyOnceAndAgainWithTheFirstAnswer() {
        var counter = new AtomicInteger();
        var submission = submission(UUID.randomUUID(), "100");

        var first = submissions.once(AT_POINT_7, submission, Integer.class, () -> done(7, counter.incrementAndGet()));
        var second = submissions.once(AT_POINT_7, submission, Integer.class, () -> done(7, counter.incrementAndGet()));

        assertThat(first).isEqualTo(1);
        assertThat(second).isEqualTo(1);
        assertThat(counter).hasValue(1);
    }

    @Test
    void refusesTheSameKeyWithOtherContent() {
        var key = UUID.randomUUID();
        submissions.once(AT_POINT_7, submission(key, "100"), Integer.class, () -> done(7, 1));

        assertThatThrownBy(() -> submissions.once(AT_POINT_7, submission(key, "200"), Integer.class, () -> done(7, 2)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(SharedRefusal.KEY_REUSED));
    }

    @Test
    void keepsNothingOfWorkThatFails() {
        var submission = submission(UUID.randomUUID(), "100");

        assertThatThrownBy(() -> submissions.once(AT_POINT_7, submission, Integer.class, () -> {
                    throw new Refused(SharedRefusal.NOT_MONEY);
                }))
                .isInstanceOf(Refused.class);

        assertThat(count(submission.key())).isZero();
    }

    @Test
    void showsNoRowOfAnotherPoint() {
        submissions.once(AT_POINT_7, submission(UUID.randomUUID(), "100"), Integer.class, () -> done(7, 1));
        var elsewhere = new Actor(6, 6, "gdv2", "Đặng Văn Ơn", Role.TELLER, 1, Scope.of(8, 9));

        long here = transactions.read(AT_POINT_7, this::visible);
        long there = transactions.read(elsewhere, this::visible);

        assertThat(here).isPositive();
        assertThat(there).isZero();
        assertThat(visible()).as("without a scope").isZero();
    }

    @Test
    void refusesToWriteForAnotherPoint() {
        assertThatThrownBy(() -> submissions.once(
                        AT_POINT_7, submission(UUID.randomUUID(), "100"), Integer.class, () -> done(8, 1)))
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void neverChangesWhatWasSubmittedNotEvenForTheOwner() {
        submissions.once(AT_POINT_7, submission(UUID.randomUUID(), "100"), Integer.class, () -> done(7, 1));

        assertThatThrownBy(() -> owner.sql("update shared.submission set role = 'DIRECTOR'")
                        .update())
                .isInstanceOf(DataAccessException.class);
        assertThatThrownBy(() -> owner.sql("truncate shared.submission").update())
                .isInstanceOf(DataAccessException.class);
    }

    private static Submission submission(UUID key, String content) {
        return new Submission(key, "test.Submit", content);
    }

    private static Submissions.Done<Integer> done(long point, int answer) {
        return new Submissions.Done<>(point, LocalDate.of(2024, 5, 18), answer);
    }

    private long visible() {
        return db.sql("select count(*) from shared.submission")
                .query(Long.class)
                .single();
    }

    private long count(UUID key) {
        return owner.sql("select count(*) from shared.submission where key = :key")
                .param("key", key)
                .query(Long.class)
                .single();
    }
}
