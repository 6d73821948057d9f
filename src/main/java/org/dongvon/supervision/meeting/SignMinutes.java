package org.dongvon.supervision.meeting;

import java.util.UUID;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.session.Sessions;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/**
 * The leader of the session, who chaired the meeting, signs its minutes: the figures of that day are kept with them, and
 * nothing of it changes any more.
 */
@Service
public class SignMinutes {

    private static final int SHORTEST_CONCLUSION = 5;

    private final Sessions sessions;
    private final BusinessDays days;
    private final Meetings meetings;
    private final MeetingFigures figures;
    private final Submissions submissions;

    SignMinutes(
            Sessions sessions, BusinessDays days, Meetings meetings, MeetingFigures figures, Submissions submissions) {
        this.sessions = sessions;
        this.days = days;
        this.meetings = meetings;
        this.figures = figures;
        this.submissions = submissions;
    }

    /**
     * Signs.
     *
     * @throws Refused {@link MeetingRefusal#MEETING_NOT_ITS_CHAIR}, {@link MeetingRefusal#MEETING_NOT_WRITTEN}, {@link
     *     MeetingRefusal#MEETING_SIGNED}, {@link MeetingRefusal#MEETING_WITHOUT_CONCLUSION}, {@link
     *     MeetingRefusal#MEETING_SEATS_OPEN}
     */
    public void run(Actor actor, UUID key, long sessionId) {
        var submission = new Submission(key, "supervision.SignMinutes", Long.toString(sessionId));
        submissions.once(actor, submission, Signed.class, () -> {
            actor.requireRole(Role.LEADER);
            var today = days.hold(sessions.get(sessionId).officeId());
            var session = sessions.hold(sessionId);
            if (session.team().leaderId() != actor.id()) {
                throw new Refused(MeetingRefusal.MEETING_NOT_ITS_CHAIR);
            }
            var written = meetings.lock(sessionId).orElseThrow(() -> new Refused(MeetingRefusal.MEETING_NOT_WRITTEN));
            if (written.signedOn() != null) {
                throw new Refused(MeetingRefusal.MEETING_SIGNED, written.signedOn());
            }
            if (written.conclusion().length() < SHORTEST_CONCLUSION) {
                throw new Refused(MeetingRefusal.MEETING_WITHOUT_CONCLUSION);
            }
            long open = meetings.seats(sessionId).stream()
                    .filter(seat -> seat.compulsory() && seat.mark() == null)
                    .count();
            if (open > 0) {
                throw new Refused(MeetingRefusal.MEETING_SEATS_OPEN, open);
            }
            int groups = figures.freeze(sessionId);
            if (!meetings.sign(actor, key, sessionId, today)) {
                throw new Refused(MeetingRefusal.MEETING_SIGNED, today);
            }
            return new Submissions.Done<>(session.pointId(), today, new Signed(groups));
        });
    }

    record Signed(int groups) {}
}
