package org.dongvon.session;

import java.time.LocalDate;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/**
 * The session in which its teller posts: open, and of the open day. Whoever holds sessions in a journey of their own asks the
 * single rules.
 */
@Component
public class TellersSessions {

    private final Sessions sessions;
    private final BusinessDays days;

    TellersSessions(Sessions sessions, BusinessDays days) {
        this.sessions = sessions;
        this.days = days;
    }

    /**
     * The session, held with its office's day until the transaction ends.
     *
     * @throws Refused {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}, {@link SessionRefusal#SESSION_CLOSED}, {@link
     *     SessionRefusal#SESSION_OF_ANOTHER_DAY}
     */
    public TransactionSession hold(Actor actor, long sessionId) {
        var held = holdCarried(actor, sessionId);
        requireOf(held.session(), held.day());
        return held.session();
    }

    /**
     * The same, also of a session that was carried over the close of its day.
     *
     * @throws Refused {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}, {@link SessionRefusal#SESSION_CLOSED}
     */
    public Held holdCarried(Actor actor, long sessionId) {
        actor.requireRole(Role.TELLER);
        var today = days.hold(sessions.get(sessionId).officeId());
        var session = sessions.hold(sessionId);
        requireOpen(actor, session);
        return new Held(session, today);
    }

    /**
     * Whoever posts is the session's teller, acting for its office.
     *
     * @throws Refused {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}
     */
    public static void requireTeller(Actor actor, TransactionSession session) {
        actor.requireRole(Role.TELLER);
        if (session.officeId() != actor.officeId() || session.team().tellerId() != actor.id()) {
            throw new Refused(SessionRefusal.NOT_THE_SESSIONS_TELLER);
        }
    }

    /**
     * The same, and the session is open.
     *
     * @throws Refused {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}, {@link SessionRefusal#SESSION_CLOSED}
     */
    public static void requireOpen(Actor actor, TransactionSession session) {
        requireTeller(actor, session);
        if (session.state() != TransactionSession.State.OPEN) {
            throw new Refused(SessionRefusal.SESSION_CLOSED, session.heldOn());
        }
    }

    /**
     * The session is of the open day.
     *
     * @throws Refused {@link SessionRefusal#SESSION_OF_ANOTHER_DAY}
     */
    public static void requireOf(TransactionSession session, LocalDate today) {
        if (!session.heldOn().equals(today)) {
            throw new Refused(SessionRefusal.SESSION_OF_ANOTHER_DAY, session.heldOn(), today);
        }
    }

    /**
     * A session that is held, and the open day of its office.
     *
     * @param day of the books
     */
    public record Held(TransactionSession session, LocalDate day) {}
}
