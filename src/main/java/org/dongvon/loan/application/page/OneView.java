package org.dongvon.loan.application.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dongvon.form.FormCode;
import org.dongvon.loan.application.Move;
import org.dongvon.loan.application.Step;
import org.dongvon.loan.application.page.ApplicationReader.One;
import org.dongvon.programme.Programme;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.timeline.HasTimeline;
import org.dongvon.shared.timeline.Subject;
import org.jspecify.annotations.Nullable;

/** The page of one application. */
record OneView(
        One one,
        Programme programme,
        List<Move> moves,
        BankClock.@Nullable Deadline deadline,
        @Nullable Long request,
        ApplicationBesides.Besides besides,
        boolean mayCorrect,
        boolean mayDecide,
        boolean mayPay)
        implements ShowsPeople, HasTimeline {

    private static final List<Step> ENTRUSTED = List.of(
            Step.DRAFT,
            Step.AT_GROUP,
            Step.ACCEPTED,
            Step.AT_COMMUNE,
            Step.CONFIRMED,
            Step.AT_BANK,
            Step.APPROVED,
            Step.NOTIFIED,
            Step.PAID_OUT);

    private static final List<Step> DIRECT =
            List.of(Step.DRAFT, Step.AT_BANK, Step.APPROVED, Step.CONTRACTED, Step.PAID_OUT);

    private List<Step> whole() {
        return one.row().isDirect() ? DIRECT : ENTRUSTED;
    }

    /** Whether the reader may ask for a payment to an account. */
    public boolean mayTransfer() {
        return mayPay
                && (one.row().isDirect()
                        ? one.row().step() == Step.CONTRACTED
                        : one.row().step() == Step.NOTIFIED);
    }

    /** Whether what secures the loan may be entered. */
    public boolean maySecure() {
        return moves.contains(Move.SIGN);
    }

    /** The steps it goes through when all goes well, up to its own; then its own, if it lies off the path. */
    public List<Step> path() {
        var step = one.row().step();
        if (whole().contains(step)) {
            return whole();
        }
        var path = new ArrayList<Step>();
        path.add(Step.DRAFT);
        path.add(step);
        return path;
    }

    public boolean isDone(Step step) {
        return whole().indexOf(step) < whole().indexOf(one.row().step()) || step == Step.DRAFT;
    }

    /** What it may be printed on. */
    public List<FormCode> papers() {
        return ApplicationForms.of(one, programme.code(), besides.plan());
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
        return ApplicationPages.named(Stream.of(one.row()));
    }
}
