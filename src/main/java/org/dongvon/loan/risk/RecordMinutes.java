package org.dongvon.loan.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/** The minutes in which those on the spot confirm the loss (02/XLN); written again, the last ones hold. */
@Service
public class RecordMinutes {

    private final Dossiers dossiers;
    private final Programmes programmes;
    private final Submissions submissions;

    RecordMinutes(Dossiers dossiers, Programmes programmes, Submissions submissions) {
        this.dossiers = dossiers;
        this.programmes = programmes;
        this.submissions = submissions;
    }

    /**
     * Records the minutes.
     *
     * @throws Refused {@link RiskRefusal#RISK_TOO_MANY_PARTICIPANTS}, {@link RiskRefusal#RISK_EVIDENCE_NOT_YET}, {@link
     *     RiskRefusal#RISK_NOT_BEING_WRITTEN}
     */
    public void run(Actor actor, Wish wish) {
        submissions.once(actor, new Submission(wish.key(), "loan.RecordMinutes", wish.toString()), Kept.class, () -> {
            var dossier = AddEvidence.beingWritten(actor, dossiers, wish.dossier());
            var today = dossier.place().today();
            long most = programmes.current().parameters().whole(ParameterCode.RISK_PARTICIPANTS_MAX, today);
            if (wish.participants().size() > most) {
                throw new Refused(RiskRefusal.RISK_TOO_MANY_PARTICIPANTS, most);
            }
            if (wish.heldOn().isAfter(today)) {
                throw new Refused(RiskRefusal.RISK_EVIDENCE_NOT_YET, wish.heldOn(), today);
            }
            dossiers.record(dossier, wish);
            return new Submissions.Done<>(dossier.place().pointId(), today, new Kept(dossier.code()));
        });
    }

    /** What the minutes say. */
    public record Wish(
            UUID key,
            String dossier,
            LocalDate heldOn,
            String finding,
            String proposal,
            List<Participant> participants) {

        private static final int LONGEST_FINDING = 1000;
        private static final int LONGEST_PROPOSAL = 500;

        /**
         * The minutes in one spelling.
         *
         * @throws Refused {@link RiskRefusal#RISK_INCOMPLETE}
         */
        public Wish {
            finding = Said.of(finding, Said.SHORTEST, LONGEST_FINDING);
            proposal = Said.of(proposal, Said.SHORTEST, LONGEST_PROPOSAL);
            participants = List.copyOf(participants);
            if (participants.isEmpty()) {
                throw new Refused(RiskRefusal.RISK_INCOMPLETE);
            }
        }
    }

    /** Somebody who took part. */
    public record Participant(Capacity capacity, String name) {

        private static final int LONGEST = 120;

        /**
         * The participant.
         *
         * @throws Refused {@link RiskRefusal#RISK_INCOMPLETE}
         */
        public Participant {
            name = Said.of(name, 2, LONGEST);
        }
    }

    record Kept(String code) {}
}
