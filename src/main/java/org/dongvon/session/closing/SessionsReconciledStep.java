package org.dongvon.session.closing;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.organisation.SessionCalendar;
import org.dongvon.organisation.Units;
import org.dongvon.session.HandOvers;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.session.sync.FieldDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.DailyStep;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/** Before a day closes, each of its sessions is counted and closed, and by other people than who closes the day. */
@Component
class SessionsReconciledStep implements DailyStep {

    private final Sessions sessions;
    private final SessionCalendar calendar;
    private final Units units;
    private final FieldDays field;
    private final HandOvers handOvers;

    SessionsReconciledStep(
            Sessions sessions, SessionCalendar calendar, Units units, FieldDays field, HandOvers handOvers) {
        this.sessions = sessions;
        this.calendar = calendar;
        this.units = units;
        this.field = field;
        this.handOvers = handOvers;
    }

    @Override
    public String name() {
        return "sessions-reconciled";
    }

    @Override
    public List<String> after() {
        return List.of();
    }

    /**
     * @throws Refused {@link SessionRefusal#HAND_OVER_HANGS}, {@link SessionRefusal#SESSION_STILL_OPEN}, {@link
     *     SessionRefusal#DIRECTOR_COUNTED_OR_SIGNED}
     */
    @Override
    public long run(Actor actor, long officeId, LocalDate day) {
        handOvers.requireNone(officeId);
        var today = sessions.on(officeId, day);
        for (var session : today) {
            if (session.state() == TransactionSession.State.OPEN && field.isAway(session.id())) {
                // It is carried open with its cash in transit, and closed when its devices have handed in.
                continue;
            }
            if (session.state() == TransactionSession.State.OPEN) {
                throw new Refused(
                        SessionRefusal.SESSION_STILL_OPEN,
                        units.point(session.pointId()).name(),
                        day);
            }
            var team = session.team();
            if (actor.id() == team.tellerId() || actor.id() == team.controllerId()) {
                throw new Refused(SessionRefusal.DIRECTOR_COUNTED_OR_SIGNED, day);
            }
        }
        return today.size();
    }

    @Override
    public LocalDate nextWork(Actor actor, long officeId, LocalDate from) {
        return units.pointsOf(officeId).stream()
                .filter(point -> !point.isDirect())
                .map(point -> calendar.nextSession(point, from))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.MAX);
    }
}
