package org.dongvon.session.closing;

import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.session.HandOvers;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.sync.FieldDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/**
 * The controller counts the teller's cash and closes the session: the second person of all its journals. The cash goes
 * back to the vault; a difference is booked with its reason.
 */
@Service
public class CloseSession {

    private final Sessions sessions;
    private final BusinessDays days;
    private final CashCounts counts;
    private final ReturnedCash returned;
    private final FieldDays field;
    private final HandOvers handOvers;
    private final LeftWithHeads left;
    private final Submissions submissions;

    CloseSession(
            Sessions sessions,
            BusinessDays days,
            CashCounts counts,
            ReturnedCash returned,
            FieldDays field,
            HandOvers handOvers,
            LeftWithHeads left,
            Submissions submissions) {
        this.sessions = sessions;
        this.days = days;
        this.counts = counts;
        this.returned = returned;
        this.field = field;
        this.handOvers = handOvers;
        this.left = left;
        this.submissions = submissions;
    }

    /**
     * Closes with the cash as counted.
     *
     * @param reason why the count differs from the book; empty when it does not
     * @throws Refused {@link SessionRefusal#COUNT_DIFFERS} when it differs by a note or more and no reason
     *     is given: count again; {@link SessionRefusal#HAND_OVER_HANGS} while cash is on the way
     */
    public Closed run(Actor actor, UUID key, long sessionId, CashCount count, String reason) {
        var content = sessionId + " " + count.notes() + " " + reason.strip();
        var submission = new Submission(key, "session.CloseSession", content);
        return submissions.once(
                actor, submission, Closed.class, () -> close(actor, key, sessionId, count, reason.strip()));
    }

    private Submissions.Done<Closed> close(Actor actor, UUID key, long sessionId, CashCount count, String reason) {
        actor.requireRole(Role.CONTROLLER);
        var today = days.hold(sessions.get(sessionId).officeId());
        var session = sessions.lock(sessionId);
        if (session.team().controllerId() != actor.id()) {
            throw new Refused(SessionRefusal.NOT_THE_SESSIONS_CONTROLLER);
        }
        if (session.state() != TransactionSession.State.OPEN) {
            throw new Refused(SessionRefusal.SESSION_CLOSED, session.heldOn());
        }
        field.requireHandedIn(session);
        handOvers.requireNoneOf(session.officeId(), sessionId);
        var expected = sessions.cash(sessionId).orElse(Dong.ZERO);
        var counted = count.total();
        if (!isChange(counted.minus(expected)) && reason.isEmpty()) {
            throw new Refused(SessionRefusal.COUNT_DIFFERS, expected, counted, counted.minus(expected));
        }
        counts.record(session, count, expected, reason);
        returned.book(key, session, today, new ReturnedCash.Cash(expected, counted));
        left.keep(session);
        counts.close(session, actor.id(), today);
        return new Submissions.Done<>(session.pointId(), today, new Closed(expected.amount(), counted.amount()));
    }

    /** Coins are out of use: less than the smallest note cannot be counted, and needs no reason. */
    private static boolean isChange(Dong gap) {
        return Math.abs(gap.amount()) < CashCount.DENOMINATIONS.getLast();
    }

    /** The book's cash and the cash counted, đồng. */
    public record Closed(long expected, long counted) {}
}
