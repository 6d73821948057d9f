package org.dongvon.loan.application;

import java.util.List;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.ApplicationFiles.Application;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/**
 * Whoever brought an application mends what it says while it is a draft or was returned. What a meeting chose or the bank
 * received is lowered, never raised: for more the household writes another application.
 *
 * <p>Example: of 50 000 000 đ over 36 months that the group chose and the commune returned, 40 000 000 đ over 24 months may be
 * asked for; 50 000 001 đ may not.
 */
@Service
public class CorrectApplication {

    private static final String INSERT = """
            insert into loan.application_correction
                   (application_id, seq, point_id, step, former_purpose, former_amount, former_months, former_interval,
                    purpose, amount, term_months, interval_months, role, happened_on, submission)
            select a.id, coalesce((select max(c.seq) from loan.application_correction c where c.application_id = a.id), 0) + 1,
                   a.point_id, a.step, a.purpose, a.amount, a.term_months, a.interval_months,
                   :purpose, :amount, :months, :interval, :role, :day, :key
              from loan.application a
             where a.id = :id
               and (a.purpose, a.amount, a.term_months, a.interval_months) <> (:purpose, :amount, :months, :interval)
            """;

    private final ApplicationFiles files;
    private final Submissions submissions;
    private final JdbcClient db;

    CorrectApplication(ApplicationFiles files, Submissions submissions, JdbcClient db) {
        this.files = files;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Corrects an application.
     *
     * @throws Refused {@link ApplicationRefusal#UNKNOWN_APPLICATION}; {@link ApplicationRefusal#APPLICATION_ELSEWHERE} when it is
     *     not the actor's to mend now; {@link ApplicationRefusal#APPLICATION_ABOVE_CHOSEN}; {@link
     *     ApplicationRefusal#APPLICATION_UNCHANGED}
     */
    public void run(Actor actor, Wish wish) {
        var submission = new Submission(wish.key(), "loan.CorrectApplication", wish.content());
        submissions.once(actor, submission, Answer.class, () -> {
            if (!Transition.isOf(actor.role(), Move.RESUBMIT)) {
                throw new Refused(SharedRefusal.ROLE_MAY_NOT, actor.role());
            }
            var application = files.lock(List.of(wish.code())).getFirst();
            check(actor, application, wish);
            write(actor, application, wish);
            return new Submissions.Done<>(
                    application.place().pointId(), application.openDay(), new Answer(application.code()));
        });
    }

    private static void check(Actor actor, Application application, Wish wish) {
        if (!Transition.mayMend(actor.role(), application.spot())) {
            throw new Refused(ApplicationRefusal.APPLICATION_ELSEWHERE, application.code());
        }
        var chosen = application.asked();
        if (application.step() != Step.DRAFT
                && (wish.amount().compareTo(chosen.amount()) > 0 || wish.months() > chosen.months())) {
            throw new Refused(ApplicationRefusal.APPLICATION_ABOVE_CHOSEN, chosen.amount(), chosen.months());
        }
    }

    private void write(Actor actor, Application application, Wish wish) {
        int written = db.sql(INSERT)
                .param("id", application.id())
                .param("purpose", wish.purpose())
                .param("amount", wish.amount().amount())
                .param("months", wish.months())
                .param("interval", wish.interval())
                .param("role", actor.role().name())
                .param("day", application.openDay())
                .param("key", wish.key())
                .update();
        if (written == 0) {
            throw new Refused(ApplicationRefusal.APPLICATION_UNCHANGED);
        }
    }

    /** What the application is to say. */
    public record Wish(UUID key, String code, String purpose, Dong amount, int months, int interval) {

        /**
         * The wish with its purpose in one spelling.
         *
         * @throws Refused {@link ApplicationRefusal#APPLICATION_INCOMPLETE}
         */
        public Wish {
            purpose = WriteApplication.Wish.purpose(purpose);
            WriteApplication.Wish.requireWhole(purpose, amount, months, interval);
        }

        String content() {
            return code + " " + amount.amount() + " " + months + " " + interval + "\n" + purpose;
        }
    }

    record Answer(String code) {}
}
