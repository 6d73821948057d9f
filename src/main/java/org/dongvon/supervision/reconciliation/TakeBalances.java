package org.dongvon.supervision.reconciliation;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/** Begins a reconciliation: takes what the books say of all members of a group as of a day, and keeps it. */
@Service
public class TakeBalances {

    private static final int SHORTEST_TEAM = 3;
    private static final int LONGEST_TEAM = 200;

    private final Reconciliations reconciliations;
    private final Submissions submissions;

    TakeBalances(Reconciliations reconciliations, Submissions submissions) {
        this.reconciliations = reconciliations;
        this.submissions = submissions;
    }

    /**
     * Takes the balances; returns the identifier of the reconciliation.
     *
     * @param team who goes to the members, separated by commas
     * @throws Refused {@link org.dongvon.group.GroupRefusal#UNKNOWN_GROUP}, {@link
     *     ReconciliationRefusal#RECONCILED_BY_NOBODY}, {@link ReconciliationRefusal#RECONCILED_AHEAD}, {@link
     *     ReconciliationRefusal#RECONCILED_THAT_DAY}, {@link ReconciliationRefusal#RECONCILED_WITH_NOBODY}
     */
    public long run(Actor actor, UUID key, String group, LocalDate asOf, String team) {
        var names = Said.spelled(team, LONGEST_TEAM);
        if (names.length() < SHORTEST_TEAM) {
            throw new Refused(ReconciliationRefusal.RECONCILED_BY_NOBODY);
        }
        var submission = new Submission(key, "supervision.TakeBalances", group + "\n" + asOf + "\n" + names);
        return submissions
                .once(actor, submission, Taken.class, () -> {
                    actor.requireRole(Role.CREDIT_OFFICER, Role.ASSOCIATION_STAFF);
                    var of = reconciliations.group(group);
                    if (asOf.isAfter(of.openDay())) {
                        throw new Refused(ReconciliationRefusal.RECONCILED_AHEAD, asOf, of.openDay());
                    }
                    long id = reconciliations
                            .write(actor, key, of, asOf, names)
                            .orElseThrow(() -> new Refused(ReconciliationRefusal.RECONCILED_THAT_DAY, group, asOf));
                    if (reconciliations.takeLines(id, of, asOf) == 0) {
                        throw new Refused(ReconciliationRefusal.RECONCILED_WITH_NOBODY, group, asOf);
                    }
                    return new Submissions.Done<>(of.pointId(), of.openDay(), new Taken(id));
                })
                .sheet();
    }

    record Taken(long sheet) {}
}
