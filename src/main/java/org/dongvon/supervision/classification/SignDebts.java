package org.dongvon.supervision.classification;

import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.supervision.classification.Signatures.Level;
import org.dongvon.supervision.classification.Signatures.OfGroup;
import org.dongvon.supervision.classification.Signatures.Signature;
import org.dongvon.supervision.classification.Signatures.Signed;
import org.springframework.stereotype.Service;

/** Signs the classification: head or association for a group, the commune for its point. */
@Service
public class SignDebts {

    private final Signatures signatures;
    private final Submissions submissions;

    SignDebts(Signatures signatures, Submissions submissions) {
        this.signatures = signatures;
        this.submissions = submissions;
    }

    /**
     * Signs for one group.
     *
     * @throws Refused {@link DebtRefusal}
     */
    public void ofGroup(Actor actor, UUID key, String year, String point, String group) {
        var submission = new Submission(key, "supervision.SignDebts", year + " " + point + " " + group);
        submissions.once(actor, submission, Done.class, () -> {
            actor.requireRole(Role.GROUP_HEAD, Role.ASSOCIATION_STAFF);
            var round = locked(actor, year, point);
            var of = round.ofMembers().stream()
                    .filter(each -> group.equals(each.code()))
                    .findFirst()
                    .orElseThrow(() -> new Refused(DebtRefusal.UNKNOWN_DEBT_ROUND));
            require(of, group);
            return sign(
                    actor,
                    key,
                    round,
                    new Signature(
                            Level.GROUP,
                            of.id(),
                            of.counted().debts(),
                            of.counted().principal(),
                            null));
        });
    }

    /**
     * Signs for the commune.
     *
     * @throws Refused {@link DebtRefusal}
     */
    public void ofCommune(Actor actor, UUID key, String year, String point) {
        var submission = new Submission(key, "supervision.SignDebts", year + " " + point);
        submissions.once(actor, submission, Done.class, () -> {
            actor.requireRole(Role.COMMUNE_OFFICIAL);
            var round = locked(actor, year, point);
            if (round.commune() != null) {
                throw new Refused(DebtRefusal.DEBTS_SIGNED_ALREADY, point);
            }
            requireGroupsSigned(round);
            var groups = round.ofMembers();
            int debts = groups.stream().mapToInt(each -> each.counted().debts()).sum();
            if (debts == 0) {
                throw new Refused(DebtRefusal.UNKNOWN_DEBT_ROUND);
            }
            var principal = Dong.sum(
                    groups.stream().map(each -> each.counted().principal()).toList());
            return sign(actor, key, round, new Signature(Level.COMMUNE, null, debts, principal, null));
        });
    }

    /**
     * That every group of a round has signed.
     *
     * @throws Refused {@link DebtRefusal#DEBT_GROUPS_NOT_SIGNED}
     */
    static void requireGroupsSigned(Signed round) {
        round.ofMembers().stream()
                .filter(each -> each.signedOn() == null)
                .findFirst()
                .ifPresent(group -> {
                    throw new Refused(DebtRefusal.DEBT_GROUPS_NOT_SIGNED, String.valueOf(group.code()));
                });
    }

    private static void require(OfGroup of, String group) {
        if (of.signedOn() != null) {
            throw new Refused(DebtRefusal.DEBTS_SIGNED_ALREADY, group);
        }
        var counted = of.counted();
        if (!counted.isWhole()) {
            throw new Refused(
                    DebtRefusal.DEBTS_NOT_CLASSIFIED, Integer.toString(counted.debts() - counted.classified()), group);
        }
        if (counted.byReader()) {
            throw new Refused(DebtRefusal.DEBTS_CLASSIFIED_BY_SIGNER, group);
        }
    }

    private Signed locked(Actor actor, String year, String point) {
        signatures.lock(signatures.get(actor, year, point).id());
        return signatures.get(actor, year, point);
    }

    private Submissions.Done<Done> sign(Actor actor, UUID key, Signed round, Signature signature) {
        signatures.sign(actor, key, round, signature);
        return new Submissions.Done<>(
                round.point().id(), round.point().openDay(), new Done(signature.level(), signature.debts()));
    }

    record Done(Level level, int debts) {}
}
