package org.dongvon.supervision.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.supervision.SupervisedGroups;
import org.dongvon.supervision.SupervisedGroups.SupervisedGroup;
import org.dongvon.supervision.cases.LossCases.LossCase;
import org.dongvon.supervision.cases.LossCases.Period;
import org.dongvon.supervision.cases.LossCases.Step;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Gathers what the pages of cases show. */
@Service
class CasePages {

    private static final Set<Role> RECOVERING = Set.of(Role.CREDIT_OFFICER, Role.ACCOUNTANT);

    private final LossCases cases;
    private final SupervisedGroups groups;
    private final CloseCase closing;
    private final Transactions transactions;

    CasePages(LossCases cases, SupervisedGroups groups, CloseCase closing, Transactions transactions) {
        this.cases = cases;
        this.groups = groups;
        this.closing = closing;
        this.transactions = transactions;
    }

    /** A period with the cases there are; without days the year of the open day until it. */
    Listed list(Actor actor, @Nullable LocalDate from, @Nullable LocalDate until) {
        return transactions.read(actor, () -> {
            var last = cases.lastDay();
            var end = until != null ? until : last == null ? LocalDate.EPOCH : last;
            var begin = from != null && !from.isAfter(end) ? from : end.withDayOfYear(1);
            return new Listed(cases.period(begin, end), cases.all());
        });
    }

    /** A case with its steps; refused by name when there is none in scope. */
    CaseView show(Actor actor, String number) {
        return transactions.read(actor, () -> {
            var found = cases.get(number);
            return new CaseView(
                    found,
                    cases.steps(found.id()),
                    cases.loans(found.id()),
                    RECOVERING.contains(actor.role()),
                    closing.makers().contains(actor.role()));
        });
    }

    /** The group of a case to be opened. */
    SupervisedGroup group(Actor actor, String code) {
        return transactions.read(actor, () -> groups.get(code));
    }

    /** A period, and all cases. */
    record Listed(Period period, List<LossCase> cases) {}

    /** A case; {@code recovering} and {@code closing} when its reader may. */
    record CaseView(LossCase of, List<Step> steps, List<String> loans, boolean recovering, boolean closing) {}
}
