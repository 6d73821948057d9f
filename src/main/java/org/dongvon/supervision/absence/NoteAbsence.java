package org.dongvon.supervision.absence;

import java.util.UUID;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.supervision.absence.Absences.Followed;
import org.springframework.stereotype.Service;

/** Notes one step about a borrower who left: the head's notice first, then what the commune and the bank do about it. */
@Service
public class NoteAbsence {

    private final Absences absences;
    private final BusinessDays days;
    private final Submissions submissions;

    NoteAbsence(Absences absences, BusinessDays days, Submissions submissions) {
        this.absences = absences;
        this.days = days;
        this.submissions = submissions;
    }

    /**
     * Notes a step.
     *
     * @throws Refused a constant of {@link AbsenceRefusal}; {@link SharedRefusal#ROLE_MAY_NOT}
     */
    public void run(Actor actor, UUID key, String loan, Noted noted) {
        var submission = new Submission(key, "supervision.NoteAbsence", loan + " " + noted);
        submissions.once(actor, submission, Done.class, () -> {
            if (!noted.step().isOf(actor.role())) {
                throw new Refused(SharedRefusal.ROLE_MAY_NOT, actor.role());
            }
            days.hold(absences.get(loan).place().officeId());
            var of = absences.get(loan);
            check(of, noted);
            absences.add(of, noted, actor.role().name(), key);
            return new Submissions.Done<>(
                    of.place().pointId(), of.place().day(), new Done(of.lines().size() + 1));
        });
    }

    /** Which steps a role may note now. */
    static boolean fits(Followed of, AbsenceStep step, Role role) {
        return step.isOf(role) && step.fits(of.isLeft()) && (of.running() || step != AbsenceStep.REPORTED);
    }

    private static void check(Followed of, Noted noted) {
        if (!noted.step().fits(of.isLeft())) {
            throw new Refused(
                    of.isLeft() ? AbsenceRefusal.ABSENCE_REPORTED_ALREADY : AbsenceRefusal.ABSENCE_NOT_REPORTED,
                    of.code());
        }
        if (noted.step() == AbsenceStep.REPORTED && !of.running()) {
            throw new Refused(AbsenceRefusal.ABSENCE_LOAN_NOT_RUNNING, of.code());
        }
        if (noted.day().isAfter(of.place().day())) {
            throw new Refused(
                    AbsenceRefusal.ABSENCE_AHEAD, noted.day(), of.place().day());
        }
        var last = of.last();
        if (last != null && noted.day().isBefore(last.day())) {
            throw new Refused(AbsenceRefusal.ABSENCE_BEFORE_LAST, noted.day(), last.day());
        }
    }

    record Done(int seq) {}
}
