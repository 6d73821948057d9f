package org.dongvon.supervision.usecheck;

import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Submission;
import org.dongvon.shared.Submissions;
import org.dongvon.supervision.SupervisedGroups;
import org.dongvon.supervision.usecheck.UseSheets.CheckedLoan;
import org.springframework.stereotype.Service;

/** Enters a sheet of checks: the association of the commune visits the borrowers of one of its groups (06/TD). */
@Service
public class EnterUseChecks {

    private final SupervisedGroups groups;
    private final UseSheets sheets;
    private final Submissions submissions;

    EnterUseChecks(SupervisedGroups groups, UseSheets sheets, Submissions submissions) {
        this.groups = groups;
        this.sheets = sheets;
        this.submissions = submissions;
    }

    /**
     * Enters the sheet; returns its identifier.
     *
     * @throws Refused {@link org.dongvon.group.GroupRefusal#UNKNOWN_GROUP}, {@link UseRefusal}
     */
    public long run(Actor actor, UUID key, Sheet sheet) {
        var submission = new Submission(key, "supervision.EnterUseChecks", sheet.content());
        return submissions
                .once(actor, submission, Entered.class, () -> {
                    actor.requireRole(Role.ASSOCIATION_STAFF);
                    var group = groups.get(sheet.group());
                    if (sheet.checkedOn().isAfter(group.openDay())) {
                        throw new Refused(UseRefusal.USE_CHECKED_AHEAD, sheet.checkedOn(), group.openDay());
                    }
                    var loans = sheets.running(group.id()).stream()
                            .collect(Collectors.toMap(CheckedLoan::code, Function.identity()));
                    sheet.lines().forEach(line -> require(sheet, line, loans));
                    long id = sheets.write(key, group, sheet, loans);
                    return new Submissions.Done<>(group.pointId(), group.openDay(), new Entered(id));
                })
                .sheet();
    }

    private static void require(Sheet sheet, Sheet.Line line, Map<String, CheckedLoan> loans) {
        var loan = loans.get(line.loan());
        if (loan == null) {
            throw new Refused(UseRefusal.USE_LOAN_NOT_OF_GROUP, line.loan(), sheet.group());
        }
        if (sheet.checkedOn().isBefore(loan.disbursedOn())) {
            throw new Refused(UseRefusal.USE_CHECKED_BEFORE_LOAN, sheet.checkedOn(), line.loan(), loan.disbursedOn());
        }
        var said = line.use().right().plus(line.use().wrong());
        if (said.isMoreThan(loan.amount())) {
            throw new Refused(UseRefusal.USE_MORE_THAN_LENT, said, line.loan(), loan.amount());
        }
    }

    record Entered(long sheet) {}
}
