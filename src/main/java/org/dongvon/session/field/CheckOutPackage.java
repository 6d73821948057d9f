package org.dongvon.session.field;

import java.util.UUID;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.Sessions;
import org.dongvon.session.TellersSessions;
import org.dongvon.session.sync.FieldCheckouts;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/** The session's teller takes the day along on a device: from now on the session waits for its hand-in. */
@Service
public class CheckOutPackage {

    private final FieldDevices devices;
    private final Sessions sessions;
    private final BusinessDays days;
    private final FieldCheckouts checkouts;
    private final Submissions submissions;

    CheckOutPackage(
            FieldDevices devices,
            Sessions sessions,
            BusinessDays days,
            FieldCheckouts checkouts,
            Submissions submissions) {
        this.devices = devices;
        this.sessions = sessions;
        this.days = days;
        this.checkouts = checkouts;
        this.submissions = submissions;
    }

    /**
     * Hands a session's package to a device of the session's teller.
     *
     * @throws Refused {@link SessionRefusal#NOT_THE_SESSIONS_TELLER}, {@link SessionRefusal#SESSION_CLOSED}, and what the
     *     device refuses
     */
    public void run(Actor actor, UUID key, long sessionId, long deviceId) {
        actor.requireRole(Role.TELLER);
        var submission = new Submission(key, "session.CheckOutPackage", sessionId + " " + deviceId);
        submissions.once(actor, submission, Taken.class, () -> {
            var device = devices.require(actor, deviceId);
            var today = days.hold(device.officeId());
            var session = sessions.lock(sessionId);
            if (session.officeId() != device.officeId()) {
                throw new Refused(SessionRefusal.NOT_THE_SESSIONS_TELLER);
            }
            TellersSessions.requireOpen(actor, session);
            checkouts.take(session, deviceId, actor.id());
            return new Submissions.Done<>(session.pointId(), today, new Taken(sessionId, deviceId));
        });
    }

    record Taken(long session, long device) {}
}
