package org.dongvon.loan.application;

import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.text.Spelling;
import org.springframework.stereotype.Service;

/** The group head writes down what a member's household applies for (01/TD); it stays a draft until it is submitted. */
@Service
public class WriteApplication {

    private final ApplicationFiles files;
    private final Programmes programmes;
    private final Submissions submissions;

    WriteApplication(ApplicationFiles files, Programmes programmes, Submissions submissions) {
        this.files = files;
        this.programmes = programmes;
        this.submissions = submissions;
    }

    /**
     * Writes a draft; returns its code.
     *
     * @throws Refused {@link ApplicationRefusal#UNKNOWN_MEMBER}
     */
    public String run(Actor actor, Wish wish) {
        var submission = new Submission(wish.key(), "loan.WriteApplication", wish.content());
        return submissions
                .once(actor, submission, Draft.class, () -> {
                    actor.requireRole(Role.GROUP_HEAD);
                    var programme = programmes.current().programme(wish.programme());
                    var written = files.write(wish, programme.id());
                    return new Submissions.Done<>(written.pointId(), written.openDay(), new Draft(written.code()));
                })
                .code();
    }

    /** What a household asks for. */
    public record Wish(
            UUID key, long memberId, String programme, String purpose, Dong amount, int months, int interval) {

        private static final int SHORTEST = 5;
        private static final int LONGEST = 300;
        private static final int MONTHS_MAX = 600;

        /**
         * The wish with its purpose in one spelling.
         *
         * @throws Refused {@link ApplicationRefusal#APPLICATION_INCOMPLETE}
         */
        public Wish {
            purpose = purpose(purpose);
            requireWhole(purpose, amount, months, interval);
        }

        static String purpose(String typed) {
            return Spelling.of(typed);
        }

        static void requireWhole(String purpose, Dong amount, int months, int interval) {
            boolean said = purpose.length() >= SHORTEST && purpose.length() <= LONGEST;
            boolean timed = interval > 0 && interval <= months && months <= MONTHS_MAX;
            if (!said || !timed || !amount.isPositive()) {
                throw new Refused(ApplicationRefusal.APPLICATION_INCOMPLETE);
            }
        }

        String content() {
            return memberId + " " + programme + " " + amount.amount() + " " + months + " " + interval + "\n" + purpose;
        }
    }

    record Draft(String code) {}
}
