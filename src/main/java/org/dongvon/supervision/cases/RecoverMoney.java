package org.dongvon.supervision.cases;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.supervision.cases.LossCases.By;
import org.springframework.stereotype.Service;

/** Records money of a case that came back, with its voucher. Posts nothing: the money is posted at the counter. */
@Service
public class RecoverMoney {

    private final LossCases cases;
    private final Submissions submissions;

    RecoverMoney(LossCases cases, Submissions submissions) {
        this.cases = cases;
        this.submissions = submissions;
    }

    /**
     * Records a recovery; its amounts are at most what is left of each.
     *
     * @param number the number of the case
     * @param evidence the voucher or document
     * @throws Refused {@link CaseRefusal}
     */
    public void run(Actor actor, UUID key, String number, Recovery recovery, String evidence) {
        var proof = CaseRequest.spelled(evidence);
        var content = number + "\n" + recovery + "\n" + proof;
        submissions.once(actor, new Submission(key, "supervision.RecoverMoney", content), Recovered.class, () -> {
            actor.requireRole(Role.CREDIT_OFFICER, Role.ACCOUNTANT);
            var found = cases.get(number);
            require(found, recovery, proof);
            var today = found.place().openDay();
            cases.step(
                    found,
                    "RECOVERED",
                    recovery.amounts(),
                    new By(key, actor.personId(), today, recovery.day(), proof));
            return new Submissions.Done<>(
                    found.place().pointId(), today, new Recovered(found.last().seq() + 1));
        });
    }

    private static void require(LossCases.LossCase found, Recovery recovery, String proof) {
        if (found.last().closed()) {
            throw new Refused(CaseRefusal.CASE_CLOSED);
        }
        CaseRequest.requireSaid(proof);
        var today = found.place().openDay();
        if (recovery.day().isAfter(today)) {
            throw new Refused(CaseRefusal.CASE_DAY_AHEAD, recovery.day(), today);
        }
        if (recovery.amounts().isBelowZero() || !recovery.amounts().total().isPositive()) {
            throw new Refused(CaseRefusal.CASE_OF_NOTHING);
        }
        var left = found.last().left();
        if (left.minus(recovery.amounts()).isBelowZero()) {
            throw new Refused(CaseRefusal.CASE_RECOVERED_TOO_MUCH, left.principal(), left.interest(), left.deposit());
        }
    }

    /** Money that came back on a day. */
    public record Recovery(LocalDate day, Lost amounts) {}

    record Recovered(int seq) {}
}
