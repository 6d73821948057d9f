package org.dongvon.supervision.reconciliation;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.springframework.stereotype.Service;

/** Enters what the members say who were there, all at once; whoever was absent stays open and may be entered later. */
@Service
public class EnterAnswers {

    private final Reconciliations reconciliations;
    private final Submissions submissions;

    EnterAnswers(Reconciliations reconciliations, Submissions submissions) {
        this.reconciliations = reconciliations;
        this.submissions = submissions;
    }

    /**
     * Enters the answers.
     *
     * @throws Refused {@link ReconciliationRefusal}
     */
    public void run(Actor actor, UUID key, long sheet, List<Said> answers) {
        var content = answers.stream().map(Said::content).collect(Collectors.joining("\n", sheet + "\n", ""));
        submissions.once(actor, new Submission(key, "supervision.EnterAnswers", content), Entered.class, () -> {
            actor.requireRole(Role.CREDIT_OFFICER, Role.ASSOCIATION_STAFF);
            var head = reconciliations.head(sheet);
            if (answers.isEmpty() || answers.stream().map(Said::line).distinct().count() != answers.size()) {
                throw new Refused(ReconciliationRefusal.RECONCILED_NOTHING_SAID);
            }
            var books = reconciliations.lines(sheet).stream()
                    .collect(Collectors.toMap(Reconciliations.Line::number, Function.identity()));
            for (var said : answers) {
                var line = books.get(said.line());
                if (line == null || line.answer() != null) {
                    throw new Refused(ReconciliationRefusal.RECONCILED_LINE_SAID_ALREADY, said.line());
                }
                said.require(line.book(), head.openDay());
            }
            int written = reconciliations.answer(actor, key, head, answers);
            if (written != answers.size()) {
                throw new Refused(
                        ReconciliationRefusal.RECONCILED_LINE_SAID_ALREADY,
                        answers.getFirst().line());
            }
            return new Submissions.Done<>(head.pointId(), head.openDay(), new Entered(written));
        });
    }

    record Entered(int lines) {}
}
