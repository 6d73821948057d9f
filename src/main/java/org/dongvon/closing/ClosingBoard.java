package org.dongvon.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.OrganisationRefusal;
import org.dongvon.organisation.Unit;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far the close of an office's open day has come. */
@Repository
class ClosingBoard {

    // A running step holds the business day for itself: then it is skipped here, and no row comes.
    private static final String NOT_LOCKED = """
            select day from organisation.business_day where office_id = :office for share skip locked
            """;

    // An office is seen by who sees its direct point, which is where its day is closed; any other unit by who sees some
    // point of it, so that it is told from what does not exist.
    private static final String SEEN = """
            select count(*) > 0 as seen
              from organisation.v_point p
             where p.id <@ (select shared.scope()) and not (select shared.narrowed())
               and case when :office then p.office_id = :unit and p.direct
                        else p.id = :unit
                             or p.id in (select u.id
                                           from organisation.points_under(:unit, (select max(d.day) from organisation.business_day d))
                                                    as u (id)) end
            """;

    private static final String TURNOVER = """
            select account, name_vi, name_en, debit, credit
              from ledger.v_turnover
             where office_id = :office and business_date = :day
             order by account
            """;

    private static final String LAST_SEAL = """
            select to_day as day, hash from ledger.v_seal where office_id = :office order by to_day desc limit 1
            """;

    private final DailySteps steps;
    private final Runs runs;
    private final Units units;
    private final BusinessDays days;
    private final Transactions transactions;
    private final JdbcClient db;

    ClosingBoard(
            DailySteps steps, Runs runs, Units units, BusinessDays days, Transactions transactions, JdbcClient db) {
        this.steps = steps;
        this.runs = runs;
        this.units = units;
        this.days = days;
        this.transactions = transactions;
        this.db = db;
    }

    /**
     * The board of an office as this reader may see it.
     *
     * @throws Refused {@link OrganisationRefusal#UNKNOWN_UNIT} for an office out of scope
     */
    Board of(Actor actor, Unit office) {
        transactions.read(actor, () -> requireSeen(office));
        boolean locked = transactions.write(actor, () -> isLocked(office));
        return transactions.read(actor, () -> {
            var day = days.today(office.id());
            var run = runs.unfinished(office.id(), day);
            var progress = run.isEmpty() ? Progress.NOT_BEGUN : locked ? Progress.RUNNING : Progress.CUT_OFF;
            return new Board(
                    office,
                    day,
                    progress,
                    states(run, progress),
                    turnover(office, day),
                    runs.last(office.id()),
                    seal(office),
                    actor.role() == Role.DIRECTOR && actor.officeId() == office.id());
        });
    }

    /**
     * The first office in a reader's scope.
     *
     * @throws Refused {@link ClosingRefusal#NO_OFFICE}
     */
    Unit firstOffice(Actor actor) {
        return transactions.read(actor, () -> units.inScope(days.latest().orElse(LocalDate.EPOCH))).stream()
                .filter(unit -> unit.kind() == Unit.Kind.OFFICE)
                .findFirst()
                .orElseThrow(() -> new Refused(ClosingRefusal.NO_OFFICE));
    }

    /** An office of others is answered like one that does not exist; also where a transaction reads already. */
    boolean requireSeen(Unit office) {
        if (!db.sql(SEEN)
                .param("office", office.kind() == Unit.Kind.OFFICE)
                .param("unit", office.id())
                .query(Boolean.class)
                .single()) {
            throw new Refused(OrganisationRefusal.UNKNOWN_UNIT, office.code());
        }
        return true;
    }

    private boolean isLocked(Unit office) {
        return db.sql(NOT_LOCKED)
                .param("office", office.id())
                .query((row, n) -> 0)
                .optional()
                .isEmpty();
    }

    private List<StepState> states(Optional<Long> run, Progress progress) {
        Map<String, Runs.StepRun> recorded = run.map(runs::steps).orElse(List.of()).stream()
                .collect(Collectors.toMap(Runs.StepRun::step, Function.identity()));
        var next = progress == Progress.RUNNING ? next(recorded) : "";
        return steps.inOrder().stream()
                .map(step -> state(step.name(), recorded.get(step.name()), next))
                .toList();
    }

    private String next(Map<String, Runs.StepRun> recorded) {
        return steps.inOrder().stream()
                .map(DailyStep::name)
                .filter(name -> {
                    var step = recorded.get(name);
                    return step == null || !step.isDone();
                })
                .findFirst()
                .orElse(CloseDay.NEXT_DAY);
    }

    private static StepState state(String name, Runs.@Nullable StepRun recorded, String next) {
        if (recorded != null && recorded.isDone()) {
            return new StepState(name, "done", recorded.finishedAt(), recorded.touched());
        }
        return new StepState(name, name.equals(next) ? "now" : "todo", null, 0);
    }

    private List<Turnover> turnover(Unit office, LocalDate day) {
        return db.sql(TURNOVER)
                .param("office", office.id())
                .param("day", day)
                .query((row, n) -> new Turnover(
                        row.getString("account"),
                        new Label(row.getString("name_vi"), row.getString("name_en")),
                        new Dong(row.getLong("debit")),
                        new Dong(row.getLong("credit"))))
                .list();
    }

    private Optional<PrintedSeal> seal(Unit office) {
        return db.sql(LAST_SEAL)
                .param("office", office.id())
                .query((row, n) -> new PrintedSeal(row.getObject("day", LocalDate.class), row.getString("hash")))
                .optional();
    }

    /** Where the close stands. */
    enum Progress {
        NOT_BEGUN,
        RUNNING,
        /** Begun, and no step is at work: the next run goes on. */
        CUT_OFF
    }

    /**
     * The page's content.
     *
     * @param last the close before
     * @param seal the seal of that close, for the minutes
     * @param mayClose whether the reader is the office's director
     */
    record Board(
            Unit office,
            LocalDate day,
            Progress progress,
            List<StepState> steps,
            List<Turnover> turnover,
            Optional<Runs.RunRecord> last,
            Optional<PrintedSeal> seal,
            boolean mayClose) {

        public Dong debit() {
            return turnover.stream().map(Turnover::debit).reduce(Dong.ZERO, Dong::plus);
        }

        public Dong credit() {
            return turnover.stream().map(Turnover::credit).reduce(Dong.ZERO, Dong::plus);
        }
    }

    /** A step, with the class of its look: done, now or todo. */
    record StepState(String step, String look, @Nullable Instant at, long touched) {}

    /** The seal of the last closed day. */
    record PrintedSeal(LocalDate day, String hash) {}

    /** What a day did to an account. */
    record Turnover(String account, Label name, Dong debit, Dong credit) {}
}
