package org.dongvon.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The smallest write: one submission with its answer. */
public final class SubmissionCrashWork implements CrashWork {

    private static final LocalDate DAY = LocalDate.of(2024, 5, 18);

    @Override
    public void prepare(BeanFactory beans, JdbcClient owner) {
        assertThat(stored(owner)).isEmpty();
    }

    @Override
    public void post(BeanFactory beans, UUID key, long number) {
        var answer = beans.getBean(Submissions.class)
                .once(
                        Actor.SYSTEM,
                        new Submission(key, "crash.Post", Long.toString(number)),
                        Long.class,
                        () -> new Submissions.Done<>(1, DAY, number));
        assertThat(answer).isEqualTo(number);
    }

    @Override
    public List<UUID> stored(JdbcClient owner) {
        return owner.sql("select key from shared.submission").query(UUID.class).list().stream()
                .map(Objects::requireNonNull)
                .toList();
    }

    @Override
    public void verify(BeanFactory beans, JdbcClient owner) {
        var torn = owner.sql("select count(*) from shared.submission where answer is null or content_hash is null")
                .query(Long.class)
                .single();
        assertThat(torn).isZero();
    }
}
