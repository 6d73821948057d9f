package org.dongvon.loan.disbursement;

import java.util.UUID;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.PartDisbursements;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.shared.text.Spelling;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The rest of a loan that was paid out in parts is not taken: it becomes free on its allotment again. */
@Service
public class EndUndrawn {

    private static final int SHORTEST = 5;
    private static final int LONGEST = 300;

    private static final String END = """
            update loan.loan set undrawn = 0 where id = :loan and stage = 'ACTIVE' and undrawn > 0
            """;

    private static final String WRITE = """
            insert into loan.undrawn_end (loan_id, point_id, amount, reason, ended_on, submission)
            values (:loan, :point, :amount, :reason, :day, :key)
            """;

    private final PartDisbursements disbursements;
    private final Submissions submissions;
    private final JdbcClient db;

    EndUndrawn(PartDisbursements disbursements, Submissions submissions, JdbcClient db) {
        this.disbursements = disbursements;
        this.submissions = submissions;
        this.db = db;
    }

    /**
     * Gives the rest up, with the reason.
     *
     * @throws Refused {@link LoanRefusal#LOAN_NOTHING_UNDRAWN} when nothing is left or no part was paid out yet; {@link
     *     LoanRefusal#UNDRAWN_NEEDS_REASON}
     */
    public void run(Actor actor, UUID key, String code, String typed) {
        var reason = Spelling.of(typed);
        if (reason.length() < SHORTEST || reason.length() > LONGEST) {
            throw new Refused(LoanRefusal.UNDRAWN_NEEDS_REASON, LONGEST);
        }
        var submission = new Submission(key, "loan.EndUndrawn", code + "\n" + reason);
        submissions.once(actor, submission, Ended.class, () -> {
            actor.requireRole(Role.CREDIT_OFFICER);
            var drawing = disbursements.lock(code);
            if (drawing.isFirst()) {
                throw new Refused(LoanRefusal.LOAN_NOTHING_UNDRAWN, code);
            }
            var header = drawing.header();
            db.sql(END).param("loan", header.id()).update();
            db.sql(WRITE)
                    .param("loan", header.id())
                    .param("point", header.pointId())
                    .param("amount", drawing.sums().undrawn().amount())
                    .param("reason", reason)
                    .param("day", drawing.place().day())
                    .param("key", key)
                    .update();
            return new Submissions.Done<>(
                    header.pointId(),
                    drawing.place().day(),
                    new Ended(drawing.sums().undrawn().amount()));
        });
    }

    record Ended(long amount) {}
}
