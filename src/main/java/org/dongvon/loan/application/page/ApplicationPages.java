package org.dongvon.loan.application.page;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.dongvon.loan.application.ApplicationRefusal;
import org.dongvon.loan.application.Move;
import org.dongvon.loan.application.Path;
import org.dongvon.loan.application.Step;
import org.dongvon.loan.application.Transition;
import org.dongvon.loan.application.Transition.Spot;
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
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the pages of applications together. */
@Service
class ApplicationPages {

    /** Rows of one step on the page of all that waits, and on the page of the step alone. */
    private static final int FEW = 20;

    static final int PAGE = 50;

    private final ApplicationReader reader;
    private final ApplicationBesides besides;
    private final Programmes programmes;
    private final SpecialDays days;
    private final Transactions transactions;

    ApplicationPages(
            ApplicationReader reader,
            ApplicationBesides besides,
            Programmes programmes,
            SpecialDays days,
            Transactions transactions) {
        this.reader = reader;
        this.besides = besides;
        this.programmes = programmes;
        this.days = days;
        this.transactions = transactions;
    }

    /** The applications at the places that wait for the reader, or at the one step asked for. */
    ListView list(Actor actor, @Nullable Step step, Asked asked) {
        return transactions.read(actor, () -> {
            var counts = reader.counts();
            var spots = (step == null ? placesOf(actor.role(), counts) : Transition.spots())
                    .stream()
                            .filter(each -> counts.containsKey(each) && (step == null || each.step() == step))
                            .toList();
            int most = step == null ? FEW : PAGE;
            var rows = reader.rows(spots, asked, most + 1);
            var context = new CountsAndClock(counts, clock());
            var sections = spots.stream()
                    .map(each -> section(actor, each, rows, most, context))
                    .toList();
            return new ListView(actor.role(), step, asked, sections, byStep(counts), names());
        });
    }

    /** What waits for the role; for those for whom nothing waits, all that is under way. */
    private static List<Spot> placesOf(Role role, Map<Spot, Long> counts) {
        var waiting = Transition.waitingFor(role);
        return waiting.isEmpty()
                ? Transition.spots().stream()
                        .filter(each -> counts.containsKey(each) && !each.step().isEnd())
                        .toList()
                : waiting;
    }

    private static Map<Step, Long> byStep(Map<Spot, Long> counts) {
        Map<Step, Long> sums = new EnumMap<>(Step.class);
        counts.forEach((spot, count) -> sums.merge(spot.step(), count, Long::sum));
        return sums;
    }

    private static Section section(Actor actor, Spot spot, List<Row> rows, int most, CountsAndClock context) {
        var mine = rows.stream().filter(each -> each.spot().equals(spot)).toList();
        var shown = mine.subList(0, Math.min(most, mine.size()));
        var moves = Transition.movesOf(actor.role(), spot).stream()
                .filter(move -> !move.needsReason() && move != Move.SIGN)
                .toList();
        boolean notice = spot.equals(new Spot(Path.ENTRUSTED, Step.APPROVED)) && actor.role() == Role.CREDIT_OFFICER;
        return new Section(
                spot,
                context.counts().getOrDefault(spot, 0L),
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
            boolean officer = actor.role() == Role.CREDIT_OFFICER;
            return new OneView(
                    one,
                    programmes.current().programme(one.row().wanted().programmeId()),
                    Transition.movesOf(actor.role(), one.row().spot()),
                    clock().of(one.row()),
                    reader.waitingRequest(code).orElse(null),
                    besides.of(code),
                    Transition.mayMend(actor.role(), one.row().spot()),
                    officer && one.row().step() == Step.AT_BANK,
                    officer || actor.role() == Role.ACCOUNTANT);
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
            var rows = reader.rows(List.of(new Spot(Path.ENTRUSTED, Step.AT_GROUP)), new Asked(group.code(), ""), PAGE);
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
                    .map(spot -> new Waiting(spot, counts.getOrDefault(spot, 0L)))
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

    private BankClock clock() {
        return reader.day()
                .map(day -> new BankClock(
                        day,
                        days.around(day),
                        Math.toIntExact(
                                programmes.current().parameters().whole(ParameterCode.DECISION_WORKING_DAYS, day))))
                .orElse(BankClock.NONE);
    }

    private record CountsAndClock(Map<Spot, Long> counts, BankClock clock) {}

    /** A row with its deadline, where the clock runs. */
    record Line(Row row, BankClock.@Nullable Deadline deadline) {}

    /**
     * The applications at one place.
     *
     * @param move what the reader may do with several at once
     * @param notice whether the reader gives notice of them
     * @param after the last code shown, when there are more
     */
    record Section(
            Spot spot,
            long count,
            List<Line> lines,
            @Nullable Move move,
            boolean notice,
            @Nullable String after) {

        public Step step() {
            return spot.step();
        }

        public boolean isDirect() {
            return spot.path() == Path.DIRECT;
        }
    }

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

        /** Whether the reader enters what applicants bring to the office. */
        public boolean mayWriteDirect() {
            return role == Role.CREDIT_OFFICER;
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

    static List<Long> named(Stream<Row> rows) {
        return rows.map(Row::who)
                .filter(each -> !each.restricted())
                .map(ApplicationReader.Who::id)
                .toList();
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

    /** How many applications wait at a place. */
    record Waiting(Spot spot, long count) {}

    /** The home page's part. */
    record HomeView(Role role, List<Waiting> waiting, long late) {}
}
