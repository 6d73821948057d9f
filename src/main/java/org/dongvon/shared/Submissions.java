package org.dongvon.shared;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
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

    // What one submission writes at many points is a record of each of them.
    private static final String INSERT_ALONG = """
            insert into shared.submission (key, kind, point_id, business_date, actor_id, role, content_hash, answer)
            select a.key, :kind, a.point_id, a.business_date, :actor, :role, decode(:hash, 'hex'), jsonb_build_object('of', cast(:of as text))
              from unnest(cast(:keys as uuid[]), cast(:points as bigint[]), cast(:days as date[])) as a (key, point_id, business_date)
            """;

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final JdbcClient db;
    private final Transactions transactions;
    private final RoundTrips trips;

    Submissions(JdbcClient db, Transactions transactions, RoundTrips trips) {
        this.db = db;
        this.transactions = transactions;
        this.trips = trips;
    }

    /**
     * Runs the work once per key, in one transaction with its audit row; a repeated key gets the first answer again.
     *
     * @throws Refused {@link SharedRefusal#KEY_REUSED} when the key was used for other content
     */
    public <T> T once(Actor actor, Submission submission, Class<T> answerType, Supplier<Done<T>> work) {
        for (int round = 0; round < 2; round++) {
            try {
                var found = new AtomicReference<RoundTrip.Answer<Optional<T>>>();
                return transactions.writeByKeys(
                        actor,
                        trip -> found.set(find(trip, submission, answerType)),
                        () -> found.get().get().orElseGet(() -> store(actor, submission, work.get())));
            } catch (KeyTakenMeanwhile e) {
                // The other request has committed: the next round reads its answer.
            }
        }
        throw new Refused(SharedRefusal.KEY_REUSED, submission.key());
    }

    /**
     * Records, at each of many points, what a submission that is being run writes there; inside its transaction.
     *
     * @param main the submission that is run; its key stands in each record
     */
    public void along(Actor actor, Submission main, List<Along> places) {
        db.sql(INSERT_ALONG)
                .param("kind", main.kind())
                .param("actor", actor.id())
                .param("role", actor.role().name())
                .param("hash", main.contentHash())
                .param("of", main.key().toString())
                .param(
                        "keys",
                        places.stream().map(each -> each.key().toString()).toArray(String[]::new))
                .param("points", places.stream().map(Along::pointId).toArray(Long[]::new))
                .param(
                        "days",
                        places.stream().map(each -> each.day().toString()).toArray(String[]::new))
                .update();
    }

    /** A record at one point: its own key, and the open day there. */
    public record Along(UUID key, long pointId, LocalDate day) {}

    /** The stored answer of a key, if it was used. */
    public <T> Optional<T> find(Submission submission, Class<T> answerType) {
        return db.sql(FIND)
                .param("key", submission.key())
                .query((row, n) -> new Stored(submission.key(), row.getString("content_hash"), row.getString("answer")))
                .optional()
                .map(stored -> stored.answerTo(submission, answerType));
    }

    private static <T> RoundTrip.Answer<Optional<T>> find(RoundTrip trip, Submission submission, Class<T> answerType) {
        return trip.query(
                        FIND,
                        new MapSqlParameterSource("key", submission.key()),
                        row -> row.next()
                                ? Optional.of(new Stored(
                                        submission.key(), row.getString("content_hash"), row.getString("answer")))
                                : Optional.<Stored>empty())
                .map(stored -> stored.map(each -> each.answerTo(submission, answerType)));
    }

    private <T> T store(Actor actor, Submission submission, Done<T> done) {
        var trip = done.last() == null ? trips.begin() : done.last();
        var parameters = new MapSqlParameterSource("key", submission.key())
                .addValue("kind", submission.kind())
                .addValue("point", done.pointId())
                .addValue("date", done.businessDate())
                .addValue("actor", actor.id())
                .addValue("role", actor.role().name())
                .addValue("hash", submission.contentHash())
                .addValue("answer", JSON.writeValueAsString(done.answer()));
        trip.update(INSERT, parameters, inserted -> {
            if (inserted == 0) {
                throw new KeyTakenMeanwhile();
            }
        });
        trip.send();
        return done.answer();
    }

    /**
     * What a submission came to: where and on which day of the books it was written, and its answer.
     *
     * @param pointId the transaction point it belongs to
     * @param businessDate the open day it was written on
     * @param last what is still to be written, which travels with the submission's own row; none when all is written
     */
    public record Done<T>(
            long pointId,
            LocalDate businessDate,
            T answer,
            @Nullable RoundTrip last) {

        /** When all is written. */
        public Done(long pointId, LocalDate businessDate, T answer) {
            this(pointId, businessDate, answer, null);
        }
    }

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
