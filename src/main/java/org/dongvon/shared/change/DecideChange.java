package org.dongvon.shared.change;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.Approved.Place;
import org.dongvon.shared.text.MessageKey;
import org.dongvon.shared.text.Spelling;
import org.springframework.stereotype.Service;

/** The second person approves a change, which makes it, or returns it; the maker withdraws it. */
@Service
public class DecideChange {

    private static final int LONGEST_NOTE = 500;

    private final ChangeKinds kinds;
    private final ChangeBook book;
    private final ApprovalLimits limits;
    private final PointsAndDays days;
    private final Submissions submissions;
    private final Transactions transactions;

    DecideChange(
            ChangeKinds kinds,
            ChangeBook book,
            ApprovalLimits limits,
            PointsAndDays days,
            Submissions submissions,
            Transactions transactions) {
        this.kinds = kinds;
        this.book = book;
        this.limits = limits;
        this.days = days;
        this.submissions = submissions;
        this.transactions = transactions;
    }

    /**
     * Approves a request and makes its change, in one transaction.
     *
     * @throws Refused {@link ChangeRefusal#UNKNOWN_CHANGE}, {@link ChangeRefusal#OWN_CHANGE}, {@link
     *     ChangeRefusal#ROLE_MAY_NOT_APPROVE}, {@link ChangeRefusal#ALREADY_DECIDED}, {@link
     *     ChangeRefusal#ABOVE_LIMIT}; {@link ChangeRefusal#CHANGE_STALE} after the request was closed as stale; and what
     *     the kind refuses, which leaves it waiting
     */
    public void approve(Actor checker, UUID key, long id) {
        var submission = new Submission(key, "shared.ApproveChange", "approve " + id);
        var decided = submissions.once(checker, submission, Decided.class, () -> approveOrClose(checker, key, id));
        if (decided.state() == ChangeState.STALE) {
            throw stale(checker, id);
        }
    }

    /**
     * Returns a request to its maker with the reason.
     *
     * @throws Refused as {@link #approve}, and {@link ChangeRefusal#RETURN_NEEDS_REASON}
     */
    public void sendBack(Actor checker, UUID key, long id, String reason) {
        var note = Spelling.of(reason);
        if (note.isEmpty() || note.length() > LONGEST_NOTE) {
            throw new Refused(ChangeRefusal.RETURN_NEEDS_REASON, LONGEST_NOTE);
        }
        var submission = new Submission(key, "shared.ReturnChange", "return " + id + "\n" + note);
        submissions.once(checker, submission, Decided.class, () -> {
            var request = lockForChecker(checker, id);
            book.decide(id, ChangeState.RETURNED, checker, note, null);
            return done(request, ChangeState.RETURNED);
        });
    }

    /**
     * Takes one's own request back.
     *
     * @throws Refused {@link ChangeRefusal#UNKNOWN_CHANGE}, {@link ChangeRefusal#NOT_YOUR_CHANGE}, {@link
     *     ChangeRefusal#ALREADY_DECIDED}
     */
    public void withdraw(Actor maker, UUID key, long id) {
        var submission = new Submission(key, "shared.WithdrawChange", "withdraw " + id);
        submissions.once(maker, submission, Decided.class, () -> {
            var request = book.lock(id);
            if (request.maker().person() != maker.personId()) {
                throw new Refused(ChangeRefusal.NOT_YOUR_CHANGE);
            }
            requireWaiting(request);
            book.decide(id, ChangeState.WITHDRAWN, null, null, null);
            return done(request, ChangeState.WITHDRAWN);
        });
    }

    private Submissions.Done<Decided> approveOrClose(Actor checker, UUID key, long id) {
        var request = lockForChecker(checker, id);
        var kind = kinds.get(request.what().kind());
        var wanted = request.values().wanted();
        book.lockSubject(request.what());
        var current = kind.current(request.what().subject(), wanted);
        if (request.values().old().firstDifference(current).isPresent()) {
            book.decide(id, ChangeState.STALE, checker, null, current);
            return done(request, ChangeState.STALE);
        }
        kind.check(checker, request.what().subject(), current, wanted);
        book.decide(id, ChangeState.APPROVED, checker, null, null);
        var place = new Place(request.place().pointId(), today(request));
        kind.apply(checker, new Approved(id, key, request.what().subject(), wanted, request.basis(), place));
        return done(request, ChangeState.APPROVED);
    }

    private ChangeRequest lockForChecker(Actor checker, long id) {
        var request = book.lock(id);
        requireMayDecide(checker, request);
        return request;
    }

    /**
     * Refuses whoever may not decide this request, and says why.
     *
     * @throws Refused {@link ChangeRefusal#OWN_CHANGE}, {@link ChangeRefusal#ALREADY_DECIDED}, {@link
     *     ChangeRefusal#ROLE_MAY_NOT_APPROVE}, {@link ChangeRefusal#ABOVE_LIMIT}
     */
    void requireMayDecide(Actor checker, ChangeRequest request) {
        if (checker.personId() == request.maker().person()) {
            throw new Refused(ChangeRefusal.OWN_CHANGE);
        }
        requireWaiting(request);
        limits.requireMayApprove(
                checker, kinds.get(request.what().kind()), request.values().amount(), today(request));
    }

    private LocalDate today(ChangeRequest request) {
        return days.openDay(request.place().pointId());
    }

    private static void requireWaiting(ChangeRequest request) {
        if (!request.isWaiting()) {
            var outcome = request.outcome();
            var who = outcome.checker() == null ? request.maker() : outcome.checker();
            throw new Refused(
                    ChangeRefusal.ALREADY_DECIDED,
                    outcome.state(),
                    who.name(),
                    outcome.at() == null ? request.maker().at() : outcome.at());
        }
    }

    private Submissions.Done<Decided> done(ChangeRequest request, ChangeState state) {
        return new Submissions.Done<>(request.place().pointId(), today(request), new Decided(request.id(), state));
    }

    /** What the maker saw and what the tables held, read again from the request that was closed. */
    private Refused stale(Actor checker, long id) {
        var request = transactions.read(checker, () -> book.get(id));
        var found = Objects.requireNonNull(request.values().found());
        var difference = request.values().old().firstDifference(found).orElseThrow();
        return new Refused(
                ChangeRefusal.CHANGE_STALE,
                new MessageKey("change.fact." + request.what().kind() + "."
                        + difference.before().name()),
                difference.before().forSentence(),
                difference.after().forSentence());
    }

    record Decided(long id, ChangeState state) {}
}
