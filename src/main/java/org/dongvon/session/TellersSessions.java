package org.dongvon.session;

import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.springframework.stereotype.Component;

/** The session in which its teller posts: open, and of the open day. */
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
        actor.requireRole(Role.TELLER);
        var today = days.hold(sessions.get(sessionId).officeId());
        var session = sessions.hold(sessionId);
        if (session.team().tellerId() != actor.id()) {
            throw new Refused(SessionRefusal.NOT_THE_SESSIONS_TELLER);
        }
        if (session.state() != TransactionSession.State.OPEN) {
            throw new Refused(SessionRefusal.SESSION_CLOSED, session.heldOn());
        }
        if (!session.heldOn().equals(today)) {
            throw new Refused(SessionRefusal.SESSION_OF_ANOTHER_DAY, session.heldOn(), today);
        }
        return session;
    }
}
