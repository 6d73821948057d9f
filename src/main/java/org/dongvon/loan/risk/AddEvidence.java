package org.dongvon.loan.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** A paper that proves the cause goes into a dossier that is still being written. */
@Service
public class AddEvidence {

    /** Those who write dossiers. */
    static final Set<Role> WRITERS = Set.of(Role.GROUP_HEAD, Role.CREDIT_OFFICER);

    private final Dossiers dossiers;
    private final Submissions submissions;

    AddEvidence(Dossiers dossiers, Submissions submissions) {
        this.dossiers = dossiers;
        this.submissions = submissions;
    }

    /**
     * Adds a paper.
     *
     * @throws Refused {@link RiskRefusal#RISK_EVIDENCE_OUT_OF_DATE}, {@link RiskRefusal#RISK_EVIDENCE_NOT_YET}, {@link
     *     RiskRefusal#RISK_NOT_BEING_WRITTEN}
     */
    public void run(Actor actor, Wish wish) {
        submissions.once(actor, new Submission(wish.key(), "loan.AddEvidence", wish.toString()), Added.class, () -> {
            var dossier = beingWritten(actor, dossiers, wish.dossier());
            var today = dossier.place().today();
            var until = wish.paper().validUntil();
            if (wish.paper().issuedOn().isAfter(today)) {
                throw new Refused(
                        RiskRefusal.RISK_EVIDENCE_NOT_YET, wish.paper().issuedOn(), today);
            }
            if (until != null && until.isBefore(today)) {
                throw new Refused(RiskRefusal.RISK_EVIDENCE_OUT_OF_DATE, until, today);
            }
            dossiers.add(dossier, wish);
            return new Submissions.Done<>(dossier.place().pointId(), today, new Added(dossier.code()));
        });
    }

    /**
     * A dossier to which a writer may still add.
     *
     * @throws Refused {@link RiskRefusal#RISK_NOT_BEING_WRITTEN}, {@link SharedRefusal#ROLE_MAY_NOT}
     */
    static Dossier beingWritten(Actor actor, Dossiers dossiers, String code) {
        if (!WRITERS.contains(actor.role())) {
            throw new Refused(SharedRefusal.ROLE_MAY_NOT, actor.role());
        }
        var dossier = dossiers.lock(List.of(code)).getFirst();
        if (!dossier.step().isBeingWritten()) {
            throw new Refused(RiskRefusal.RISK_NOT_BEING_WRITTEN, code);
        }
        return dossier;
    }

    /** Which paper, into which dossier. */
    public record Wish(UUID key, String dossier, Paper paper) {}

    /**
     * A paper.
     *
     * @param validUntil its last day; none when it holds for ever
     */
    public record Paper(
            EvidenceKind kind,
            String number,
            LocalDate issuedOn,
            String issuer,
            @Nullable LocalDate validUntil) {

        private static final int LONGEST_NUMBER = 60;
        private static final int LONGEST_ISSUER = 160;

        /**
         * The paper, named in one spelling.
         *
         * @throws Refused {@link RiskRefusal#RISK_INCOMPLETE}
         */
        public Paper {
            number = Said.of(number, 1, LONGEST_NUMBER);
            issuer = Said.of(issuer, 2, LONGEST_ISSUER);
            if (validUntil != null && validUntil.isBefore(issuedOn)) {
                throw new Refused(RiskRefusal.RISK_INCOMPLETE);
            }
        }
    }

    record Added(String code) {}
}
