package org.dongvon.supervision.usecheck;

import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.supervision.usecheck.UseSheets.Checked;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Records what followed where a loan was used wrongly: the bank recalls the money, and the matter is settled. Posts
 * nothing: money that comes back is posted at the counter, what does not is moved to overdue by its own posting.
 */
@Service
public class FollowWrongUse {

    private static final int SHORTEST_NOTE = 5;
    private static final int LONGEST_NOTE = 300;

    private final UseSheets sheets;
    private final Programmes programmes;
    private final Submissions submissions;

    FollowWrongUse(UseSheets sheets, Programmes programmes, Submissions submissions) {
        this.sheets = sheets;
        this.programmes = programmes;
        this.submissions = submissions;
    }

    /**
     * Recalls money that was used wrongly, by the open day; it is to be paid back within {@link
     * ParameterCode#MISUSE_RECALL_DAYS}.
     *
     * @throws Refused {@link UseRefusal}
     */
    public void recall(Actor actor, UUID key, OfLoan of, Dong amount, String note) {
        run(actor, key, of, new Step("RECALLED", amount, spelled(note)));
    }

    /**
     * Records that the matter is settled: the money came back or is used as asked for.
     *
     * @throws Refused {@link UseRefusal}
     */
    public void settle(Actor actor, UUID key, OfLoan of, String note) {
        run(actor, key, of, new Step("SETTLED", null, spelled(note)));
    }

    private void run(Actor actor, UUID key, OfLoan of, Step step) {
        var submission = new Submission(
                key,
                "supervision.FollowWrongUse",
                of.sheet() + " " + of.loan() + " " + step.name() + " " + step.amount() + "\n" + step.note());
        submissions.once(actor, submission, Followed.class, () -> {
            actor.requireRole(Role.CREDIT_OFFICER);
            var checked = sheets.checked(of);
            var amount = step.amount() == null ? checked.wrong() : step.amount();
            require(checked, step, amount);
            var today = checked.openDay();
            boolean recall = step.amount() != null;
            var last = recall
                    ? today.plusDays(programmes.current().parameters().whole(ParameterCode.MISUSE_RECALL_DAYS, today))
                    : null;
            if (!sheets.follow(actor, key, checked, new UseSheets.Followed(step.name(), amount, last, step.note()))) {
                throw new Refused(recall ? UseRefusal.USE_RECALLED_ALREADY : UseRefusal.USE_SETTLED_ALREADY, of.loan());
            }
            return new Submissions.Done<>(checked.pointId(), today, new Followed(step.name()));
        });
    }

    private static void require(Checked checked, Step step, Dong amount) {
        if (!checked.wrong().isPositive()) {
            throw new Refused(UseRefusal.USE_NOTHING_TO_RECALL, checked.loan());
        }
        if (checked.settled()) {
            throw new Refused(UseRefusal.USE_SETTLED_ALREADY, checked.loan());
        }
        if (step.amount() != null && (!amount.isPositive() || amount.isMoreThan(checked.outstanding()))) {
            throw new Refused(UseRefusal.USE_RECALL_ABOVE_OUTSTANDING, amount, checked.outstanding(), checked.loan());
        }
    }

    private static String spelled(String note) {
        var text = Sheet.spelled(note, LONGEST_NOTE);
        if (text.length() < SHORTEST_NOTE) {
            throw new Refused(UseRefusal.USE_NOTE_MISSING);
        }
        return text;
    }

    /** A loan on a sheet. */
    public record OfLoan(long sheet, String loan) {}

    private record Step(String name, @Nullable Dong amount, String note) {}

    record Followed(String step) {}
}
