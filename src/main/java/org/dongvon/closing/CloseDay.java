package org.dongvon.closing;

import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Unit;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.springframework.stereotype.Service;

/**
 * The director closes the day of the office: every step in order, then the next day opens.
 *
 * <p>Each step runs in a transaction of its own that locks the office's business day, and is marked done in the same
 * transaction: whatever kills the close, the next one goes on where it stopped. If somebody posted between two steps,
 * the steps start again, so that no step has missed a posting when the day moves on. Steps that end the day run in the
 * transaction that opens the next one. Days without journals on which no
 * step has work close in one go.
 *
 * <p>Example: an office whose open day is 18/05/2024, closed through 31/05/2024 with sessions on the 20th and 27th,
 * closes the 18th, then the 19th as quiet, the 20th with all steps, 21–26 as quiet, the 27th, and 28–31 as quiet; its
 * open day is then 01/06/2024.
 */
@Service
public class CloseDay {

    /** The name under which days without work are reported. */
    static final String QUIET = "quiet-days";

    /** The name under which the opening of the next day is reported. */
    static final String NEXT_DAY = "next-day";

    /** How often the steps start again because somebody posts; more often means that the counter is still at work. */
    private static final int ROUNDS = 5;

    private final DailySteps steps;
    private final Runs runs;
    private final BusinessDays days;
    private final Transactions transactions;

    CloseDay(DailySteps steps, Runs runs, BusinessDays days, Transactions transactions) {
        this.steps = steps;
        this.runs = runs;
        this.days = days;
        this.transactions = transactions;
    }

    /**
     * Closes the open day and all days up to one, telling of each step as it ends; returns the new open day.
     *
     * @throws Refused {@link ClosingRefusal#NOT_AN_OFFICE}, {@link org.dongvon.shared.SharedRefusal#ROLE_MAY_NOT},
     *     {@link ClosingRefusal#OTHER_OFFICE}, {@link ClosingRefusal#ALREADY_CLOSED},
     *     {@link ClosingRefusal#POSTINGS_GO_ON}, and what the steps refuse
     */
    public LocalDate through(Actor actor, Unit office, LocalDate last, Consumer<ClosedStep> told) {
        var day = openDay(actor, office);
        if (last.isBefore(day)) {
            throw new Refused(ClosingRefusal.ALREADY_CLOSED, office.name(), last, day);
        }
        while (!day.isAfter(last)) {
            day = closeNext(actor, office, day, last, told);
        }
        return day;
    }

    /**
     * The day that this person would close.
     *
     * @throws Refused as {@link #through}
     */
    public LocalDate openDay(Actor actor, Unit office) {
        requireMayClose(actor, office);
        return days.today(office.id());
    }

    private static void requireMayClose(Actor actor, Unit office) {
        if (office.kind() != Unit.Kind.OFFICE) {
            throw new Refused(ClosingRefusal.NOT_AN_OFFICE, office.name());
        }
        actor.requireRole(Role.DIRECTOR, Role.SYSTEM);
        if (actor.role() == Role.DIRECTOR && actor.officeId() != office.id()) {
            throw new Refused(ClosingRefusal.OTHER_OFFICE, office.name());
        }
    }

    private LocalDate closeNext(Actor actor, Unit office, LocalDate day, LocalDate last, Consumer<ClosedStep> told) {
        var quiet = timed(actor, () -> closeQuietDays(actor, office, day, last));
        if (quiet.value() > 0) {
            var closed = day.plusDays(quiet.value() - 1);
            told.accept(new ClosedStep(closed, QUIET, quiet.value(), quiet.took()));
            return closed.plusDays(1);
        }
        for (int round = 0; round < ROUNDS; round++) {
            if (closeBySteps(actor, office, day, told)) {
                return day.plusDays(1);
            }
        }
        throw new Refused(ClosingRefusal.POSTINGS_GO_ON, office.name(), day);
    }

    /** Closes days from the open one on that had no journal and need no step; returns how many. */
    private long closeQuietDays(Actor actor, Unit office, LocalDate day, LocalDate last) {
        lock(office, day);
        if (runs.unfinished(office.id(), day).isPresent() || runs.journals(office.id(), day) > 0) {
            return 0;
        }
        var work = steps.nextWork(actor, office.id(), day);
        if (!work.isAfter(day)) {
            return 0;
        }
        var to = work.isAfter(last) ? last : work.minusDays(1);
        steps.inOrder().forEach(step -> step.quiet(actor, office.id(), day, to));
        runs.finish(runs.begin(actor, office.id(), day, to));
        days.moveTo(office.id(), to.plusDays(1));
        return ChronoUnit.DAYS.between(day, to) + 1;
    }

    /** Runs what is left of the steps and opens the next day; false when somebody posted meanwhile. */
    private boolean closeBySteps(Actor actor, Unit office, LocalDate day, Consumer<ClosedStep> told) {
        long run = timed(actor, () -> beginOrResume(actor, office, day)).value();
        for (var step : steps.inOrder()) {
            if (step.endsTheDay()) {
                continue;
            }
            var ran = timed(actor, () -> runStep(actor, run, office, day, step));
            switch (ran.value()) {
                case Outcome.Disturbed disturbed -> {
                    return false;
                }
                case Outcome.DoneBefore before -> {}
                case Outcome.Done done -> told.accept(new ClosedStep(day, step.name(), done.touched(), ran.took()));
            }
        }
        var ended = timed(actor, () -> endDay(actor, run, office, day));
        ended.value().ifPresent(closed -> {
            closed.forEach(told);
            told.accept(new ClosedStep(day, NEXT_DAY, 1, ended.took()));
        });
        return ended.value().isPresent();
    }

    private long beginOrResume(Actor actor, Unit office, LocalDate day) {
        lock(office, day);
        long run = runs.unfinished(office.id(), day).orElseGet(() -> runs.begin(actor, office.id(), day, day));
        runs.plan(run, steps.inOrder().stream().map(DailyStep::name).toList());
        return run;
    }

    private Outcome runStep(Actor actor, long run, Unit office, LocalDate day, DailyStep step) {
        lock(office, day);
        if (isDisturbed(run, office, day)) {
            return new Outcome.Disturbed();
        }
        if (runs.isDone(run, step.name())) {
            return new Outcome.DoneBefore();
        }
        long touched = step.run(actor, office.id(), day);
        runs.stepDone(run, step.name(), touched, runs.journals(office.id(), day));
        return new Outcome.Done(touched);
    }

    /** Runs the steps that end the day and opens the next, in one transaction; none when somebody posted meanwhile. */
    private Optional<List<ClosedStep>> endDay(Actor actor, long run, Unit office, LocalDate day) {
        lock(office, day);
        if (isDisturbed(run, office, day)) {
            return Optional.empty();
        }
        var ended = new ArrayList<ClosedStep>();
        for (var step : steps.inOrder()) {
            if (step.endsTheDay()) {
                long start = System.nanoTime();
                long touched = step.run(actor, office.id(), day);
                runs.stepDone(run, step.name(), touched, runs.journals(office.id(), day));
                ended.add(new ClosedStep(day, step.name(), touched, Duration.ofNanos(System.nanoTime() - start)));
            }
        }
        runs.finish(run);
        days.moveTo(office.id(), day.plusDays(1));
        return Optional.of(ended);
    }

    /** Whether a journal came between the steps; then their marks are taken off. */
    private boolean isDisturbed(long run, Unit office, LocalDate day) {
        var seen = runs.journalsSeen(run);
        if (seen.isEmpty() || seen.getAsInt() == runs.journals(office.id(), day)) {
            return false;
        }
        runs.again(run);
        return true;
    }

    // Locked against all postings until the step's transaction ends.
    private void lock(Unit office, LocalDate day) {
        var open = days.lock(office.id());
        if (!open.equals(day)) {
            throw new Refused(ClosingRefusal.ALREADY_CLOSED, office.name(), day, open);
        }
    }

    private <T> Timed<T> timed(Actor actor, Supplier<T> work) {
        long start = System.nanoTime();
        var value = transactions.write(actor, work);
        return new Timed<>(value, Duration.ofNanos(System.nanoTime() - start));
    }

    private record Timed<T>(T value, Duration took) {}

    /** What became of a step. */
    private sealed interface Outcome {

        /** It ran. */
        record Done(long touched) implements Outcome {}

        /** An earlier close that was cut off had run it. */
        record DoneBefore() implements Outcome {}

        /** Somebody posted since the step before. */
        record Disturbed() implements Outcome {}
    }
}
