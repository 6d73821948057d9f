package org.dongvon.loan.application.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.engine.calendar.WorkingDays;
import org.dongvon.form.FormCode;
import org.dongvon.loan.application.ApplicationRefusal;
import org.dongvon.loan.application.Move;
import org.dongvon.loan.application.Step;
import org.dongvon.loan.application.Transition;
import org.dongvon.loan.application.page.ApplicationReader.Asked;
import org.dongvon.loan.application.page.ApplicationReader.Member;
import org.dongvon.loan.application.page.ApplicationReader.One;
import org.dongvon.loan.application.page.ApplicationReader.OwnGroup;
import org.dongvon.loan.application.page.ApplicationReader.Row;
import org.dongvon.organisation.SpecialDays;
import org.dongvon.programme.Channel;
import org.dongvon.programme.Fraction;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programme;
import org.dongvon.programme.ProgrammeState;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.text.Label;
import org.dongvon.shared.timeline.HasTimeline;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the pages of applications together. */
@Service
class ApplicationPages {

    /** Rows of one step on the page of all that waits, and on the page of the step alone. */
    private static final int FEW = 20;

    static final int PAGE = 50;

    private final ApplicationReader reader;
    private final Programmes programmes;
    private final SpecialDays days;
    private final Transactions transactions;

    ApplicationPages(ApplicationReader reader, Programmes programmes, SpecialDays days, Transactions transactions) {
        this.reader = reader;
        this.programmes = programmes;
        this.days = days;
        this.transactions = transactions;
    }

    /** The applications at the steps that wait for the reader, or at the one step asked for. */
    ListView list(Actor actor, @Nullable Step step, Asked asked) {
        return transactions.read(actor, () -> {
            var counts = reader.counts();
            var steps = step == null ? stepsOf(actor.role(), counts) : List.of(step);
            int most = step == null ? FEW : PAGE;
            var rows = reader.rows(steps, asked, most + 1);
            var context = new CountsAndClock(counts, clock());
            var sections = steps.stream()
                    .map(each -> section(actor, each, rows, most, context))
                    .toList();
            return new ListView(actor.role(), step, asked, sections, counts, names());
        });
    }

    /** What waits for the role; for those for whom nothing waits, all that is under way. */
    private static List<Step> stepsOf(Role role, Map<Step, Long> counts) {
        var waiting = Transition.waitingFor(role);
        var steps = waiting.isEmpty()
                ? Arrays.stream(Step.values()).filter(each -> !each.isEnd()).toList()
                : waiting;
        return steps.stream().filter(counts::containsKey).toList();
    }

    private static Section section(Actor actor, Step step, List<Row> rows, int most, CountsAndClock context) {
        var mine = rows.stream().filter(each -> each.step() == step).toList();
        var shown = mine.subList(0, Math.min(most, mine.size()));
        var moves = Transition.movesOf(actor.role(), step).stream()
                .filter(move -> !move.needsReason())
                .toList();
        boolean notice = step == Step.APPROVED && actor.role() == Role.CREDIT_OFFICER;
        return new Section(
                step,
                context.counts().getOrDefault(step, 0L),
                shown.stream()
                        .map(row -> new Line(row, context.clock().of(row)))
                        .toList(),
                moves.isEmpty() ? null : moves.getFirst(),
                notice,
                mine.size() > most ? shown.getLast().code() : null);
    }

    /**
     * One application.
     *
     * @throws Refused {@link ApplicationRefusal#UNKNOWN_APPLICATION}
     */
    OneView one(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var one = find(code);
            var step = one.row().step();
            return new OneView(
                    one,
                    programmes.current().programme(one.row().wanted().programmeId()),
                    Transition.movesOf(actor.role(), step),
                    clock().of(one.row()),
                    reader.waitingRequest(code).orElse(null),
                    step == Step.AT_BANK && actor.role() == Role.CREDIT_OFFICER);
        });
    }

    private One find(String code) {
        return reader.find(code).orElseThrow(() -> new Refused(ApplicationRefusal.UNKNOWN_APPLICATION));
    }

    /** What a new application may be filled in with. */
    NewView blank(Actor actor) {
        return transactions.read(
                actor,
                () -> new NewView(
                        reader.members(),
                        programmes.current().programmes().stream()
                                .filter(each -> each.state() == ProgrammeState.OPEN && each.channel() != Channel.DIRECT)
                                .toList()));
    }

    /**
     * The applications that wait for the meeting of the reader's group.
     *
     * @throws Refused {@link ApplicationRefusal#UNKNOWN_APPLICATION} when the reader has no group of their own
     */
    MeetingView meeting(Actor actor) {
        return transactions.read(actor, () -> {
            var group = reader.ownGroup().orElseThrow(() -> new Refused(ApplicationRefusal.UNKNOWN_APPLICATION));
            var rows = reader.rows(List.of(Step.AT_GROUP), new Asked(group.code(), ""), PAGE);
            var rules = programmes.current().parameters();
            var quorum = rules.fraction(ParameterCode.GROUP_SELECTION_QUORUM, group.day());
            var majority = rules.fraction(ParameterCode.GROUP_SELECTION_MAJORITY, group.day());
            return new MeetingView(group, rows, quorum, majority, names());
        });
    }

    /** What waits for the reader's role, step by step, and how many decisions are late. */
    HomeView home(Actor actor) {
        return transactions.read(actor, () -> {
            var counts = reader.counts();
            var waiting = Transition.waitingFor(actor.role()).stream()
                    .filter(counts::containsKey)
                    .map(step -> new Waiting(step, counts.getOrDefault(step, 0L)))
                    .toList();
            var clock = clock();
            long late = reader.received().entrySet().stream()
                    .filter(each -> clock.isLate(each.getKey()))
                    .mapToLong(Map.Entry::getValue)
                    .sum();
            return new HomeView(actor.role(), waiting, late);
        });
    }

    private Map<Integer, Label> names() {
        return programmes.current().programmes().stream().collect(Collectors.toMap(Programme::id, Programme::name));
    }

    private Clock clock() {
        return reader.day()
                .map(day -> new Clock(
                        day,
                        days.around(day),
                        Math.toIntExact(
                                programmes.current().parameters().whole(ParameterCode.DECISION_WORKING_DAYS, day))))
                .orElse(Clock.NONE);
    }

    /** The bank's clock on the reader's day: how long it may take to decide. */
    private record Clock(LocalDate today, WorkingDays working, int allowed) {

        static final Clock NONE = new Clock(LocalDate.EPOCH, new WorkingDays(Set.of(), Set.of()), 1);

        @Nullable
        Deadline of(Row row) {
            var received = row.days().received();
            if (row.step() != Step.AT_BANK || received == null) {
                return null;
            }
            var last = last(received);
            var warned = allowed > 1 ? working.after(received, allowed - 1) : last;
            return new Deadline(received, last, isLate(received), !today.isBefore(warned));
        }

        boolean isLate(LocalDate received) {
            return today.isAfter(last(received));
        }

        private LocalDate last(LocalDate received) {
            return working.after(received, allowed);
        }
    }

    private record CountsAndClock(Map<Step, Long> counts, Clock clock) {}

    /** By when the bank decides, whether that is over, and whether it is near. */
    record Deadline(LocalDate received, LocalDate last, boolean isLate, boolean isNear) {}

    /** A row with its deadline, where the clock runs. */
    record Line(Row row, @Nullable Deadline deadline) {}

    /**
     * The applications at one step.
     *
     * @param move what the reader may do with several at once
     * @param notice whether the reader gives notice of them
     * @param after the last code shown, when there are more
     */
    record Section(
            Step step,
            long count,
            List<Line> lines,
            @Nullable Move move,
            boolean notice,
            @Nullable String after) {}

    /** The page of all applications. */
    record ListView(
            Role role,
            @Nullable Step step,
            Asked asked,
            List<Section> sections,
            Map<Step, Long> counts,
            Map<Integer, Label> names)
            implements ShowsPeople {

        /** The steps to look at one by one. */
        public List<Step> steps() {
            return Stream.of(Step.values()).filter(counts::containsKey).toList();
        }

        public boolean mayWrite() {
            return role == Role.GROUP_HEAD;
        }

        public boolean isEmpty() {
            return sections.stream().allMatch(each -> each.lines().isEmpty());
        }

        /** Whether a meeting has something to choose among. */
        public boolean mayMeet() {
            return role == Role.GROUP_HEAD && counts.containsKey(Step.AT_GROUP);
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return named(
                    sections.stream().flatMap(each -> each.lines().stream()).map(Line::row));
        }
    }

    private static List<Long> named(Stream<Row> rows) {
        return rows.map(Row::who)
                .filter(each -> !each.restricted())
                .map(ApplicationReader.Who::id)
                .toList();
    }

    /** The page of one application. */
    record OneView(
            One one,
            Programme programme,
            List<Move> moves,
            @Nullable Deadline deadline,
            @Nullable Long request,
            boolean mayDecide)
            implements ShowsPeople, HasTimeline {

        private static final List<Step> PATH = List.of(
                Step.DRAFT,
                Step.AT_GROUP,
                Step.ACCEPTED,
                Step.AT_COMMUNE,
                Step.CONFIRMED,
                Step.AT_BANK,
                Step.APPROVED,
                Step.NOTIFIED,
                Step.PAID_OUT);

        /** The steps it goes through when all goes well, up to its own; then its own, if it lies off the path. */
        public List<Step> path() {
            var step = one.row().step();
            if (PATH.contains(step)) {
                return PATH;
            }
            var path = new ArrayList<Step>();
            path.add(Step.DRAFT);
            path.add(step);
            return path;
        }

        public boolean isDone(Step step) {
            return PATH.indexOf(step) < PATH.indexOf(one.row().step()) || step == Step.DRAFT;
        }

        /** What it may be printed on. */
        public List<FormCode> papers() {
            return ApplicationPapers.formsOf(one);
        }

        /** What may be done with a word of explanation. */
        public List<Move> explained() {
            return moves.stream().filter(Move::needsReason).toList();
        }

        /** What may be done at once. */
        public List<Move> plain() {
            return moves.stream().filter(move -> !move.needsReason()).toList();
        }

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.APPLICATION, one.id());
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return named(Stream.of(one.row()));
        }
    }

    /** The form of a new application. */
    record NewView(List<Member> members, List<Programme> programmes) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return members.stream().map(Member::personId).toList();
        }
    }

    /**
     * The form of a meeting.
     *
     * @param quorum the fraction of the members who must be present
     * @param majority the fraction of those present that the votes in favour must pass
     */
    record MeetingView(OwnGroup group, List<Row> rows, Fraction quorum, Fraction majority, Map<Integer, Label> names)
            implements ShowsPeople {

        /** The fewest members who must be present. */
        public int needed() {
            return quorum.fewest(group.members());
        }

        @Override
        public Purpose purpose() {
            return Purpose.GROUPS;
        }

        @Override
        public List<Long> people() {
            return named(rows.stream());
        }
    }

    /** How many applications wait at a step. */
    record Waiting(Step step, long count) {}

    /** The home page's part. */
    record HomeView(Role role, List<Waiting> waiting, long late) {}
}
