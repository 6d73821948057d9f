package org.dongvon.supervision.classification;

import java.util.UUID;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.change.PointsAndDays;
import org.springframework.stereotype.Service;

/** Takes the round of a year: keeps what each overdue or frozen loan of the maker's points owes on the open day. */
@Service
public class TakeDebts {

    private final Debts debts;
    private final BusinessDays days;
    private final PointsAndDays points;
    private final Submissions submissions;

    TakeDebts(Debts debts, BusinessDays days, PointsAndDays points, Submissions submissions) {
        this.debts = debts;
        this.days = days;
        this.points = points;
        this.submissions = submissions;
    }

    /**
     * Takes the round of each point that has none yet in the year; returns how many debts were taken.
     *
     * @throws Refused {@link DebtRefusal#DEBTS_TAKEN_ALREADY}, {@link DebtRefusal#DEBTS_NONE}
     */
    public int run(Actor actor, UUID key) {
        var submission = new Submission(key, "supervision.TakeDebts", Long.toString(actor.officeId()));
        return submissions
                .once(actor, submission, Taken.class, () -> {
                    actor.requireRole(Role.CREDIT_OFFICER, Role.DIRECTOR);
                    var day = days.hold(actor.officeId());
                    boolean before = debts.taken(actor.officeId(), day.getYear());
                    int taken = debts.take(actor, actor.officeId(), day, key);
                    if (taken == 0) {
                        throw before
                                ? new Refused(DebtRefusal.DEBTS_TAKEN_ALREADY, Integer.toString(day.getYear()))
                                : new Refused(DebtRefusal.DEBTS_NONE, day);
                    }
                    return new Submissions.Done<>(points.home(actor), day, new Taken(taken));
                })
                .debts();
    }

    record Taken(int debts) {}
}
