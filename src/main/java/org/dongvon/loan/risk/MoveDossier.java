package org.dongvon.loan.risk;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.risk.Dossiers.Way;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes a dossier one step on by a person's own word, by the map of {@link Transition}. */
@Service
public class MoveDossier {

    private final Dossiers dossiers;
    private final Rounds rounds;
    private final Programmes programmes;
    private final Submissions submissions;

    MoveDossier(Dossiers dossiers, Rounds rounds, Programmes programmes, Submissions submissions) {
        this.dossiers = dossiers;
        this.rounds = rounds;
        this.programmes = programmes;
        this.submissions = submissions;
    }

    /**
     * Moves a dossier.
     *
     * @throws Refused {@link RiskRefusal}, {@link LoanRefusal#LOAN_NOT_ACTIVE}
     */
    public void run(Actor actor, Wish wish) {
        submissions.once(actor, new Submission(wish.key(), "loan.MoveDossier", wish.toString()), Moved.class, () -> {
            if (wish.move() == Move.DECIDE || !Transition.isOf(actor.role(), wish.move())) {
                throw new Refused(SharedRefusal.ROLE_MAY_NOT, actor.role());
            }
            var found = dossiers.lock(List.of(wish.dossier()));
            var dossier = found.getFirst();
            var to = Transition.target(actor.role(), wish.move(), dossier.step())
                    .orElseThrow(() -> new Refused(RiskRefusal.RISK_ELSEWHERE, dossier.code()));
            var today = dossier.place().today();
            if (wish.move().goesOn()) {
                requireAllowed(found, today);
                dossiers.requireComplete(found, today);
            }
            if (wish.move().isOfOnePersonEach()) {
                dossiers.requireAnother(found, wish.move(), actor.personId());
            }
            var round = wish.move() == Move.LIST ? rounds.open(wish.round(), today) : null;
            dossiers.move(actor, wish.key(), found, new Way(wish.move(), to, wish.reason(), round));
            return new Submissions.Done<>(dossier.place().pointId(), today, new Moved(to));
        });
    }

    /**
     * Lets dossiers go on whose measure the law of the day still allows.
     *
     * @throws Refused {@link RiskRefusal}, {@link LoanRefusal#LOAN_NOT_ACTIVE}
     */
    void requireAllowed(List<Dossier> found, LocalDate today) {
        var rules = new RiskRules(programmes.current().parameters(), today);
        for (var dossier : found) {
            if (!dossier.loan().active()) {
                throw new Refused(LoanRefusal.LOAN_NOT_ACTIVE, dossier.loan().code());
            }
            rules.check(dossier.asked(), dossier.loan().before());
        }
    }

    /**
     * Which dossier goes where.
     *
     * @param round on whose list it is put
     * @param reason why it does not go on; counts only where the map asks for one
     */
    public record Wish(
            UUID key,
            String dossier,
            Move move,
            String round,
            @Nullable String reason) {

        /**
         * The wish.
         *
         * @throws Refused {@link RiskRefusal#RISK_NEEDS_REASON}
         */
        public Wish {
            reason = move.needsReason() ? Said.reason(reason == null ? "" : reason) : null;
        }
    }

    record Moved(Step to) {}
}
