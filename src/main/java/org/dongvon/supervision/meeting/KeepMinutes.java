package org.dongvon.supervision.meeting;

import java.util.UUID;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.organisation.Units;
import org.dongvon.session.Sessions;
import org.dongvon.session.TransactionSession;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.supervision.meeting.Meetings.Place;
import org.springframework.stereotype.Service;

/** Writes the minutes of the meeting after a session: texts and attendance, as often as is needed until they are signed. */
@Service
public class KeepMinutes {

    private final Sessions sessions;
    private final Units units;
    private final BusinessDays days;
    private final Meetings meetings;
    private final Submissions submissions;

    KeepMinutes(Sessions sessions, Units units, BusinessDays days, Meetings meetings, Submissions submissions) {
        this.sessions = sessions;
        this.units = units;
        this.days = days;
        this.meetings = meetings;
        this.submissions = submissions;
    }

    /**
     * Writes the minutes; what is not said of a seat stays as it was.
     *
     * @throws Refused {@link MeetingRefusal#MEETING_OF_COUNTER}, {@link MeetingRefusal#MEETING_BEFORE_CLOSE}, {@link
     *     MeetingRefusal#MEETING_SIGNED}, {@link MeetingRefusal#MEETING_SEAT_UNKNOWN}
     */
    public void run(Actor actor, UUID key, long sessionId, WrittenMinutes minutes) {
        var submission = new Submission(key, "supervision.KeepMinutes", sessionId + "\n" + minutes.content());
        submissions.once(actor, submission, Kept.class, () -> {
            actor.requireRole(Role.LEADER, Role.CREDIT_OFFICER);
            var today = days.hold(sessions.get(sessionId).officeId());
            var session = sessions.hold(sessionId);
            requireHeld(session);
            requireUnsigned(sessionId);
            var known = meetings.seats(sessionId);
            for (var seat : minutes.seats()) {
                if (known.stream().noneMatch(each -> isSeat(each, seat))) {
                    throw new Refused(MeetingRefusal.MEETING_SEAT_UNKNOWN, seat.seat());
                }
            }
            var place = new Place(sessionId, session.pointId(), meetings.countedOn(sessionId));
            meetings.write(actor, key, place, minutes.texts());
            meetings.sit(place, known, minutes.seats());
            return new Submissions.Done<>(
                    session.pointId(), today, new Kept(minutes.seats().size()));
        });
    }

    /** Only a group has a deputy. */
    private static boolean isSeat(Meetings.Sat known, WrittenMinutes.Seat seat) {
        return known.seat().equals(seat.seat()) && (known.groupId() != null || seat.presence() != Presence.DEPUTY);
    }

    private void requireUnsigned(long sessionId) {
        var signedOn = meetings.lock(sessionId).map(Meetings.Locked::signedOn).orElse(null);
        if (signedOn != null) {
            throw new Refused(MeetingRefusal.MEETING_SIGNED, signedOn);
        }
    }

    private void requireHeld(TransactionSession session) {
        if (units.point(session.pointId()).isDirect()) {
            throw new Refused(MeetingRefusal.MEETING_OF_COUNTER);
        }
        if (session.state() != TransactionSession.State.CLOSED) {
            throw new Refused(MeetingRefusal.MEETING_BEFORE_CLOSE, session.heldOn());
        }
    }

    record Kept(int seats) {}
}
