package org.dongvon.supervision.reconciliation;

import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/**
 * Records what is done about a difference, and closes it. Posts nothing: what was booked wrongly is reversed at the counter, what
 * somebody kept is a case of its own.
 */
@Service
public class FollowDifference {

    private static final int SHORTEST_MEASURE = 5;
    private static final int SHORTEST_EVIDENCE = 3;
    private static final int LONGEST = 300;

    private final Reconciliations reconciliations;
    private final Submissions submissions;

    FollowDifference(Reconciliations reconciliations, Submissions submissions) {
        this.reconciliations = reconciliations;
        this.submissions = submissions;
    }

    /**
     * Records a measure.
     *
     * @throws Refused {@link ReconciliationRefusal}
     */
    public void measure(Actor actor, UUID key, OfLine of, String measure, String evidence) {
        run(actor, key, of, new Step("MEASURE", measure(measure), Said.spelled(evidence, LONGEST)));
    }

    /**
     * Closes a difference: another person than the one who entered it, with evidence.
     *
     * @throws Refused {@link ReconciliationRefusal}
     */
    public void close(Actor actor, UUID key, OfLine of, String measure, String evidence) {
        var proof = Said.spelled(evidence, LONGEST);
        if (proof.length() < SHORTEST_EVIDENCE) {
            throw new Refused(ReconciliationRefusal.DIFFERENCE_EVIDENCE_MISSING);
        }
        run(actor, key, of, new Step("CLOSED", measure(measure), proof));
    }

    private void run(Actor actor, UUID key, OfLine of, Step step) {
        var content = of + "\n" + step;
        submissions.once(actor, new Submission(key, "supervision.FollowDifference", content), Followed.class, () -> {
            boolean closing = step.name().equals("CLOSED");
            if (closing) {
                actor.requireRole(Role.CREDIT_OFFICER, Role.CONTROLLER, Role.DIRECTOR);
            } else {
                actor.requireRole(Role.CREDIT_OFFICER, Role.ASSOCIATION_STAFF, Role.CONTROLLER, Role.DIRECTOR);
            }
            var found = reconciliations
                    .difference(of)
                    .orElseThrow(() -> new Refused(ReconciliationRefusal.DIFFERENCE_NOT_FOUND, of.line()));
            if (found.closed()) {
                throw new Refused(ReconciliationRefusal.DIFFERENCE_CLOSED, of.line());
            }
            if (closing && found.enteredBy() == actor.personId()) {
                throw new Refused(ReconciliationRefusal.DIFFERENCE_CLOSED_BY_ITS_MAKER, of.line());
            }
            reconciliations.follow(actor, key, found, step);
            return new Submissions.Done<>(found.pointId(), found.openDay(), new Followed(step.name()));
        });
    }

    private static String measure(String typed) {
        var text = Said.spelled(typed, LONGEST);
        if (text.length() < SHORTEST_MEASURE) {
            throw new Refused(ReconciliationRefusal.DIFFERENCE_MEASURE_MISSING);
        }
        return text;
    }

    /** A line of a reconciliation. */
    public record OfLine(long sheet, int line) {}

    record Step(String name, String measure, String evidence) {}

    record Followed(String step) {}
}
