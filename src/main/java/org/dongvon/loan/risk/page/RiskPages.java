package org.dongvon.loan.risk.page;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.dongvon.form.FormCode;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.risk.Cause;
import org.dongvon.loan.risk.Move;
import org.dongvon.loan.risk.RiskRefusal;
import org.dongvon.loan.risk.Rounds;
import org.dongvon.loan.risk.Rounds.Round;
import org.dongvon.loan.risk.Step;
import org.dongvon.loan.risk.Transition;
import org.dongvon.loan.risk.page.RiskReader.Minutes;
import org.dongvon.loan.risk.page.RiskReader.OfLoan;
import org.dongvon.loan.risk.page.RiskReader.One;
import org.dongvon.loan.risk.page.RiskReader.Paper;
import org.dongvon.loan.risk.page.RiskReader.Row;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.timeline.HasTimeline;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the pages of dossiers together. */
@Service
class RiskPages {

    /** Rows of one step on the page of all that waits, and on the page of the step alone. */
    private static final int FEW = 20;

    private static final int PAGE = 50;

    private static final Set<Role> WRITERS = Set.of(Role.GROUP_HEAD, Role.CREDIT_OFFICER);

    private final RiskReader reader;
    private final Rounds rounds;
    private final Transactions transactions;

    RiskPages(RiskReader reader, Rounds rounds, Transactions transactions) {
        this.reader = reader;
        this.rounds = rounds;
        this.transactions = transactions;
    }

    /** The dossiers at the steps that wait for the reader, or at the one step asked for. */
    ListView list(Actor actor, @Nullable Step step, String after) {
        return transactions.read(actor, () -> {
            var counts = reader.counts();
            var steps = step == null ? stepsOf(actor.role(), counts) : List.of(step);
            int most = step == null ? FEW : PAGE;
            var rows = reader.rows(steps, after, most + 1);
            var sections = steps.stream()
                    .map(each -> section(each, rows, most, counts.getOrDefault(each, 0L)))
                    .toList();
            return new ListView(step, sections, counts);
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

    private static Section section(Step step, List<Row> rows, int most, long count) {
        var mine = rows.stream().filter(each -> each.step() == step).toList();
        var shown = mine.subList(0, Math.min(most, mine.size()));
        return new Section(
                step, count, shown, mine.size() > most ? shown.getLast().code() : null);
    }

    /**
     * One dossier.
     *
     * @throws Refused {@link RiskRefusal#UNKNOWN_RISK_DOSSIER}
     */
    OneView one(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var one = reader.find(code).orElseThrow(() -> new Refused(RiskRefusal.UNKNOWN_RISK_DOSSIER));
            var step = one.row().step();
            var today = one.place().today();
            return new OneView(
                    one,
                    reader.evidence(one),
                    reader.minutes(one).orElse(null),
                    new May(
                            WRITERS.contains(actor.role()) && step.isBeingWritten(),
                            Transition.movesOf(actor.role(), step),
                            rounds.list().stream()
                                    .filter(round -> !today.isAfter(round.closesOn()))
                                    .toList()));
        });
    }

    /**
     * The form of a new dossier of a loan.
     *
     * @throws Refused {@link LoanRefusal#UNKNOWN_LOAN}
     */
    NewView blank(Actor actor, String loan) {
        return transactions.read(
                actor,
                () -> new NewView(
                        reader.loan(loan).orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, loan)),
                        List.of(Cause.values())));
    }

    /** The dossiers at one step; after the last code shown there are more. */
    record Section(
            Step step, long count, List<Row> rows, @Nullable String after) {}

    /** The page of all dossiers. */
    record ListView(@Nullable Step step, List<Section> sections, Map<Step, Long> counts) implements ShowsPeople {

        /** The steps to look at one by one. */
        public List<Step> steps() {
            return Stream.of(Step.values()).filter(counts::containsKey).toList();
        }

        public boolean isEmpty() {
            return sections.stream().allMatch(each -> each.rows().isEmpty());
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return sections.stream()
                    .flatMap(each -> each.rows().stream())
                    .flatMap(row -> row.loan().who().named().stream())
                    .toList();
        }
    }

    /** What the reader may do with a dossier, and the rounds that still take it. */
    record May(boolean write, List<Move> moves, List<Round> rounds) {

        /** What may be done with a word of explanation. */
        public List<Move> explained() {
            return moves.stream().filter(Move::needsReason).toList();
        }

        /** What may be done at once. */
        public List<Move> plain() {
            return moves.stream()
                    .filter(move -> !move.needsReason() && move != Move.LIST)
                    .toList();
        }

        public boolean list() {
            return moves.contains(Move.LIST);
        }
    }

    /** The page of one dossier. */
    record OneView(One one, List<Paper> evidence, @Nullable Minutes minutes, May may)
            implements ShowsPeople, HasTimeline {

        private static final List<Step> PATH =
                List.of(Step.DRAFT, Step.AT_COMMUNE, Step.CONFIRMED, Step.CHECKED, Step.LISTED, Step.DECIDED);

        /** The steps it goes through when all goes well; or the first, and its own where that lies off the path. */
        public List<Step> path() {
            var step = one.row().step();
            return PATH.contains(step) ? PATH : List.of(Step.DRAFT, step);
        }

        public boolean isDone(Step step) {
            return PATH.indexOf(step) < PATH.indexOf(one.row().step()) || step == Step.DRAFT;
        }

        /** What can be printed: the borrower's request, and the minutes once there are any. */
        public List<FormCode> papers() {
            return minutes == null
                    ? List.of(FormCode.RISK_REQUEST)
                    : List.of(FormCode.RISK_REQUEST, FormCode.RISK_MINUTES);
        }

        /** Whether a paper no longer holds on the open day. */
        public boolean isOver(Paper paper) {
            LocalDate until = paper.validUntil();
            return until != null && until.isBefore(one.place().today());
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return one.row().loan().who().named();
        }

        @Override
        public Subject subject() {
            return new Subject(Subject.Kind.DOSSIER, one.id());
        }
    }

    /** The form of a new dossier. */
    record NewView(OfLoan loan, List<Cause> causes) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return loan.who().named();
        }
    }
}
