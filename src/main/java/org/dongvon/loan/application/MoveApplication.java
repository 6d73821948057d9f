package org.dongvon.loan.application;

import java.text.Normalizer;
import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.programme.CapBasis;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Takes an application one step on, by the map of {@link Move}; a meeting's vote is {@link HoldMeeting}. */
@Service
public class MoveApplication {

    private final ApplicationFiles files;
    private final Programmes programmes;
    private final Submissions submissions;

    MoveApplication(ApplicationFiles files, Programmes programmes, Submissions submissions) {
        this.files = files;
        this.programmes = programmes;
        this.submissions = submissions;
    }

    /**
     * Moves an application; returns where it is now.
     *
     * @throws Refused {@link ApplicationRefusal}
     */
    public Step run(Actor actor, Wish wish) {
        var submission = new Submission(wish.key(), "loan.MoveApplication", wish.content());
        return submissions
                .once(actor, submission, Answer.class, () -> {
                    actor.requireRole(wish.move().role());
                    var application = files.lock(List.of(wish.applicationId())).getFirst();
                    check(actor, wish.move(), application);
                    files.move(
                            actor,
                            wish.key(),
                            List.of(new ApplicationFiles.Moved(application.id(), wish.move())),
                            wish.reason());
                    return new Submissions.Done<>(
                            application.pointId(),
                            application.openDay(),
                            new Answer(wish.move().to()));
                })
                .step();
    }

    private void check(Actor actor, Move move, Application application) {
        if (move.isOfMeeting()) {
            throw new Refused(ApplicationRefusal.APPLICATION_NEEDS_VOTE);
        }
        if (!move.leadsFrom(application.step())) {
            throw new Refused(ApplicationRefusal.APPLICATION_ELSEWHERE);
        }
        if (move.isOfCommune() && files.wasBroughtBy(application.id(), actor.personId())) {
            throw new Refused(ApplicationRefusal.APPLICATION_SAME_PERSON);
        }
        if (move == Move.SUBMIT) {
            checkTerm(application);
            checkCap(application);
        }
    }

    private void checkTerm(Application application) {
        var most = programmes
                .current()
                .programme(application.programmeId())
                .terms()
                .monthsMax();
        if (most != null && application.months() > most) {
            throw new Refused(ApplicationRefusal.APPLICATION_TERM_TOO_LONG, application.months(), most);
        }
    }

    private void checkCap(Application application) {
        var book = programmes.current();
        var code = book.programme(application.programmeId()).code();
        for (var cap : book.capsOf(code)) {
            var limit = cap.limit().amount();
            boolean ofHousehold = cap.borrowers().equals("ALL") && cap.limit().basis() == CapBasis.HOUSEHOLD;
            if (limit == null || !ofHousehold || !cap.holdsOn(application.openDay())) {
                continue;
            }
            var committed = files.committed(application);
            if (committed.amount() + application.amount().amount() > limit.amount()) {
                throw new Refused(
                        ApplicationRefusal.APPLICATION_ABOVE_CAP,
                        application.amount(),
                        new Dong(Math.max(0, limit.amount() - committed.amount())),
                        limit);
            }
        }
    }

    /** Which application goes where, and why when it ends there. */
    public record Wish(
            UUID key,
            long applicationId,
            Move move,
            @Nullable String reason) {

        private static final int SHORTEST = 5;
        private static final int LONGEST = 300;

        /**
         * The wish; its reason counts only where the map asks for one.
         *
         * @throws Refused {@link ApplicationRefusal#APPLICATION_NEEDS_REASON}
         */
        public Wish {
            var said = reason == null ? "" : Normalizer.normalize(reason.strip(), Normalizer.Form.NFC);
            if (move.needsReason() && (said.length() < SHORTEST || said.length() > LONGEST)) {
                throw new Refused(ApplicationRefusal.APPLICATION_NEEDS_REASON, LONGEST);
            }
            reason = move.needsReason() ? said : null;
        }

        String content() {
            return applicationId + " " + move + "\n" + (reason == null ? "" : reason);
        }
    }

    record Answer(Step step) {}
}
