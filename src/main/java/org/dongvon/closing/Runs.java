package org.dongvon.closing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The record of closes: which steps are done, and when. */
@Repository
class Runs {

    private static final String UNFINISHED = """
            select id from closing.run where office_id = :office and from_day = :day and finished_at is null
            """;

    private static final String BEGIN = """
            insert into closing.run (office_id, point_id, from_day, to_day, actor_id)
            select p.office_id, p.id, :from, :to, :actor from organisation.v_point p where p.office_id = :office and p.direct
            returning id
            """;

    // Also when a cut-off close goes on under a newer build with other steps.
    private static final String PLAN = """
            insert into closing.step_run (run_id, step, ordinal, point_id)
            select r.id, s.step, s.ordinal, r.point_id
              from closing.run r
             cross join unnest(cast(:steps as text[])) with ordinality as s (step, ordinal)
             where r.id = :run
                on conflict (run_id, step) do update set ordinal = excluded.ordinal
            """;

    private static final String STEP_DONE = """
            update closing.step_run
               set started_at = transaction_timestamp(), finished_at = clock_timestamp(), touched = :touched
             where run_id = :run and step = :step
            """;

    private static final String JOURNALS_SEEN = """
            update closing.run set journals = :journals where id = :run
            """;

    private static final String JOURNALS_FORGOTTEN = """
            update closing.run set journals = null where id = :run
            """;

    private static final String AGAIN = """
            update closing.step_run set started_at = null, finished_at = null, touched = null
             where run_id = :run and finished_at is not null
            """;

    private static final String FINISH = """
            update closing.run set finished_at = clock_timestamp() where id = :run
            """;

    private static final String STEPS = """
            select step, started_at, finished_at, touched from closing.step_run where run_id = :run order by ordinal, step
            """;

    private static final String IS_DONE = """
            select finished_at is not null as done from closing.step_run where run_id = :run and step = :step
            """;

    private static final String JOURNALS_AT_LAST_STEP = """
            select journals from closing.run where id = :run and journals is not null
            """;

    // Counted by the index of a day's journals: what happened today, not what exists.
    private static final String JOURNALS = """
            select count(*) from ledger.v_journal where office_id = :office and business_date = :day
            """;

    private static final String LAST = """
            select id, from_day, to_day, started_at, finished_at
              from closing.run
             where office_id = :office and finished_at is not null
             order by from_day desc
             limit 1
            """;

    private final JdbcClient db;

    Runs(JdbcClient db) {
        this.db = db;
    }

    /** The close of a day that was cut off. */
    Optional<Long> unfinished(long officeId, LocalDate day) {
        return db.sql(UNFINISHED)
                .param("office", officeId)
                .param("day", day)
                .query(Long.class)
                .optional();
    }

    long begin(Actor actor, long officeId, LocalDate from, LocalDate to) {
        return db.sql(BEGIN)
                .param("office", officeId)
                .param("from", from)
                .param("to", to)
                .param("actor", actor.id())
                .query(Long.class)
                .single();
    }

    /** Writes down which steps a run is to take, in this order. */
    void plan(long run, List<String> steps) {
        db.sql(PLAN)
                .param("run", run)
                .param("steps", steps.toArray(String[]::new))
                .update();
    }

    boolean isDone(long run, String step) {
        return db.sql(IS_DONE)
                .param("run", run)
                .param("step", step)
                .query(Boolean.class)
                .single();
    }

    /** The steps of a run in their order. */
    List<StepRun> steps(long run) {
        return db.sql(STEPS).param("run", run).query((row, n) -> stepRun(row)).list();
    }

    /** How many journals the day had when the last step ended; empty before the first. */
    OptionalInt journalsSeen(long run) {
        return db.sql(JOURNALS_AT_LAST_STEP).param("run", run).query(Integer.class).list().stream()
                .mapToInt(Integer::intValue)
                .findFirst();
    }

    int journals(long officeId, LocalDate day) {
        return db.sql(JOURNALS)
                .param("office", officeId)
                .param("day", day)
                .query(Integer.class)
                .single();
    }

    void stepDone(long run, String step, long touched, int journals) {
        db.sql(STEP_DONE)
                .param("run", run)
                .param("step", step)
                .param("touched", touched)
                .update();
        db.sql(JOURNALS_SEEN).param("run", run).param("journals", journals).update();
    }

    /** Takes the marks off all steps: they run again. */
    void again(long run) {
        db.sql(AGAIN).param("run", run).update();
        db.sql(JOURNALS_FORGOTTEN).param("run", run).update();
    }

    void finish(long run) {
        db.sql(FINISH).param("run", run).update();
    }

    /** The latest finished close of an office. */
    Optional<RunRecord> last(long officeId) {
        return db.sql(LAST)
                .param("office", officeId)
                .query((row, n) -> new RunRecord(
                        row.getLong("id"),
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("to_day", LocalDate.class),
                        finishedAt(row)))
                .optional();
    }

    private static StepRun stepRun(ResultSet row) throws SQLException {
        return new StepRun(row.getString("step"), finishedAt(row), row.getLong("touched"));
    }

    private static @Nullable Instant finishedAt(ResultSet row) throws SQLException {
        var at = row.getObject("finished_at", OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    /** A close as recorded. */
    record RunRecord(
            long id, LocalDate from, LocalDate to, @Nullable Instant finishedAt) {}

    /** A step as recorded; {@code touched} counts only when it is finished. */
    record StepRun(String step, @Nullable Instant finishedAt, long touched) {

        boolean isDone() {
            return finishedAt != null;
        }
    }
}
