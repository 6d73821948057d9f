package org.dongvon.loan.incoming;

import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.Journal;
import org.dongvon.loan.IncomingPayments;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.change.PointsAndDays;
import org.springframework.stereotype.Service;

/**
 * The accountant takes the bank's list of transfers into the books: all lines or none, each reference once. It gives nothing to
 * anybody, so one person does it; what the money is for is said by two.
 */
@Service
public class TakeIncoming {

    private final IncomingBook book;
    private final IncomingPayments payments;
    private final PointsAndDays points;
    private final BusinessDays days;
    private final Submissions submissions;

    TakeIncoming(
            IncomingBook book,
            IncomingPayments payments,
            PointsAndDays points,
            BusinessDays days,
            Submissions submissions) {
        this.book = book;
        this.payments = payments;
        this.points = points;
        this.days = days;
        this.submissions = submissions;
    }

    /**
     * Takes a list; returns how many lines it has.
     *
     * @throws Refused {@link IncomingRefusal#INCOMING_AHEAD}, {@link IncomingRefusal#INCOMING_REFERENCE_TAKEN}
     */
    public int run(Actor actor, UUID key, List<IncomingLine> lines) {
        var submission = new Submission(key, "loan.TakeIncoming", lines.toString());
        return submissions
                .once(actor, submission, Taken.class, () -> take(actor, key, lines))
                .lines();
    }

    private Submissions.Done<Taken> take(Actor actor, UUID key, List<IncomingLine> lines) {
        actor.requireRole(Role.ACCOUNTANT);
        var day = days.hold(actor.officeId());
        for (var line : lines) {
            if (line.arrivedOn().isAfter(day)) {
                throw new Refused(IncomingRefusal.INCOMING_AHEAD, line.reference(), line.arrivedOn(), day);
            }
        }
        long point = points.home(actor);
        book.taken(point, lines).ifPresent(refused -> {
            throw refused;
        });
        var sum = Dong.sum(lines.stream().map(IncomingLine::amount).toList());
        payments.take(new Journal.Header(key, point, actor.officeId(), day, day, "TRANSFERS_IN", null), sum);
        book.take(point, day, key, lines);
        return new Submissions.Done<>(point, day, new Taken(lines.size()));
    }

    record Taken(int lines) {}
}
