package org.dongvon.loan.application;

import java.util.List;
import java.util.UUID;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.text.Spelling;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Takes applications one step on by a person's own word, by the map of {@link Transition}. A meeting's vote is {@link
 * HoldMeeting}, the bank's decision {@link BankDecision}, the notice {@link NotifyApproved}, the payment {@link
 * PaidApplications}.
 */
@Service
public class MoveApplication {

    private final ApplicationFiles files;
    private final ApplicationRules rules;
    private final ApprovedLoans loans;
    private final Collateral collateral;
    private final Submissions submissions;

    MoveApplication(
            ApplicationFiles files,
            ApplicationRules rules,
            ApprovedLoans loans,
            Collateral collateral,
            Submissions submissions) {
        this.files = files;
        this.rules = rules;
        this.loans = loans;
        this.collateral = collateral;
        this.submissions = submissions;
    }

    /**
     * Moves applications of one point, all or none; returns how many.
     *
     * @throws Refused {@link ApplicationRefusal}
     */
    public int run(Actor actor, Wish wish) {
        var submission = new Submission(wish.key(), "loan.MoveApplication", wish.content());
        return submissions
                .once(actor, submission, Answer.class, () -> move(actor, wish))
                .count();
    }

    private Submissions.Done<Answer> move(Actor actor, Wish wish) {
        if (!wish.move().isPlain()) {
            throw new Refused(
                    wish.move() == Move.ACCEPT || wish.move() == Move.REJECT
                            ? ApplicationRefusal.APPLICATION_NEEDS_VOTE
                            : ApplicationRefusal.APPLICATION_NOT_PLAIN);
        }
        if (!Transition.isOf(actor.role(), wish.move())) {
            throw new Refused(SharedRefusal.ROLE_MAY_NOT, actor.role());
        }
        var applications = files.lock(wish.applications());
        for (var application : applications) {
            check(actor, wish.move(), application);
        }
        if (wish.move().isOfOnePersonEach()) {
            files.requireAnother(applications, actor.personId());
        }
        if (wish.move() == Move.CANCEL) {
            loans.cancel(applications);
        }
        files.move(
                actor,
                wish.key(),
                applications.stream().map(each -> each.by(wish.move())).toList(),
                wish.reason());
        var first = applications.getFirst();
        return new Submissions.Done<>(first.place().pointId(), first.openDay(), new Answer(applications.size()));
    }

    private void check(Actor actor, Move move, Application application) {
        if (!Transition.isOf(actor.role(), move, application.spot())) {
            throw new Refused(ApplicationRefusal.APPLICATION_ELSEWHERE, application.code());
        }
        if (move == Move.SIGN) {
            collateral.requireEnough(application);
        }
        if (move == Move.SUBMIT || move == Move.FILE) {
            rules.check(
                    application,
                    application.asked().amount(),
                    application.asked().months());
        }
    }

    /** Which applications go where, and why when they do not go on. */
    public record Wish(
            UUID key,
            List<String> applications,
            Move move,
            @Nullable String reason) {

        private static final int MOST = 100;

        /**
         * The wish; its reason counts only where the map asks for one.
         *
         * @throws Refused {@link ApplicationRefusal#APPLICATION_NEEDS_REASON}, {@link
         *     ApplicationRefusal#NOTHING_CHOSEN}
         */
        public Wish {
            applications = applications.stream().distinct().sorted().limit(MOST).toList();
            if (applications.isEmpty()) {
                throw new Refused(ApplicationRefusal.NOTHING_CHOSEN);
            }
            reason = move.needsReason() ? Reason.of(reason) : null;
        }

        String content() {
            return move + " " + String.join(" ", applications) + "\n" + (reason == null ? "" : reason);
        }
    }

    /** Why an application does not go on, in one spelling. */
    static final class Reason {

        private static final int SHORTEST = 5;
        private static final int LONGEST = 300;

        private Reason() {}

        /**
         * The reason as it is kept.
         *
         * @throws Refused {@link ApplicationRefusal#APPLICATION_NEEDS_REASON}
         */
        static String of(@Nullable String typed) {
            var said = typed == null ? "" : Spelling.of(typed);
            if (said.length() < SHORTEST || said.length() > LONGEST) {
                throw new Refused(ApplicationRefusal.APPLICATION_NEEDS_REASON, LONGEST);
            }
            return said;
        }
    }

    record Answer(int count) {}
}
