package org.dongvon.shared;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The funnel of every write: one row a submission, which is its idempotency key, its stored answer and its audit record.
 */
@Component
public class Submissions {

    private static final String FIND = """
            select encode(content_hash, 'hex') content_hash, answer from shared.submission where key = :key
            """;

    // "do nothing": the same key posted twice at once; the loser rolls back and reads the winner's answer.
    private static final String INSERT = """
            insert into shared.submission (key, kind, point_id, business_date, actor_id, role, content_hash, answer)
            values (:key, :kind, :point, :date, :actor, :role, decode(:hash, 'hex'), cast(:answer as jsonb))
                on conflict (key) do nothing
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Transactions transactions;

    Submissions(JdbcClient db, Transactions transactions) {
        this.db = db;
        this.transactions = transactions;
    }

    /**
     * Runs the work once per key, in one transaction with its audit row; a repeated key gets the first answer again.
     *
     * @throws Refused {@link SharedRefusal#KEY_REUSED} when the key was used for other content
     */
    public <T> T once(Actor actor, Submission submission, Class<T> answerType, Supplier<Done<T>> work) {
        for (int round = 0; round < 2; round++) {
            try {
                return transactions.writeByKeys(
                        actor,
                        () -> find(submission, answerType).orElseGet(() -> store(actor, submission, work.get())));
            } catch (KeyTakenMeanwhile e) {
                // The other request has committed: the next round reads its answer.
            }
        }
        throw new Refused(SharedRefusal.KEY_REUSED, submission.key());
    }

    /** The stored answer of a key, if it was used. */
    public <T> Optional<T> find(Submission submission, Class<T> answerType) {
        return db.sql(FIND)
                .param("key", submission.key())
                .query((row, n) -> new Stored(submission.key(), row.getString("content_hash"), row.getString("answer")))
                .optional()
                .map(stored -> stored.answerTo(submission, answerType));
    }

    private <T> T store(Actor actor, Submission submission, Done<T> done) {
        var inserted = db.sql(INSERT)
                .param("key", submission.key())
                .param("kind", submission.kind())
                .param("point", done.pointId())
                .param("date", done.businessDate())
                .param("actor", actor.id())
                .param("role", actor.role().name())
                .param("hash", submission.contentHash())
                .param("answer", JSON.writeValueAsString(done.answer()))
                .update();
        if (inserted == 0) {
            throw new KeyTakenMeanwhile();
        }
        return done.answer();
    }

    /**
     * What a submission came to: where and on which day of the books it was written, and its answer.
     *
     * @param pointId the transaction point it belongs to
     * @param businessDate the open day it was written on
     */
    public record Done<T>(long pointId, LocalDate businessDate, T answer) {}

    private record Stored(UUID key, String contentHash, String answer) {

        <T> T answerTo(Submission submission, Class<T> type) {
            if (!contentHash.equals(submission.contentHash())) {
                throw new Refused(SharedRefusal.KEY_REUSED, key);
            }
            return JSON.readValue(answer, type);
        }
    }

    private static final class KeyTakenMeanwhile extends RuntimeException {
        KeyTakenMeanwhile() {
            super(null, null, false, false);
        }
    }
}
