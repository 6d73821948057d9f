package org.dongvon.loan.application.page;

import java.util.List;
import org.dongvon.loan.application.Applicants;
import org.dongvon.loan.application.JobPlan;
import org.dongvon.loan.application.PlanRules;
import org.dongvon.programme.Channel;
import org.dongvon.programme.Programme;
import org.dongvon.programme.ProgrammeState;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Puts the form of a direct application together: what it asks is a dated rule of the programme that is chosen. */
@Service
class DirectPages {

    private final Applicants applicants;
    private final PlanRules rules;
    private final Programmes programmes;
    private final Transactions transactions;

    DirectPages(Applicants applicants, PlanRules rules, Programmes programmes, Transactions transactions) {
        this.applicants = applicants;
        this.rules = rules;
        this.programmes = programmes;
        this.transactions = transactions;
    }

    View view(Actor actor, Form form, List<String> ticked) {
        return transactions.read(actor, () -> {
            // PostgreSQL keeps no NUL; nobody types one.
            var household = form.text("household").replace("\0", "").strip();
            var offered = programmes.current().programmes().stream()
                    .filter(each -> each.state() == ProgrammeState.OPEN && each.channel() != Channel.ENTRUSTED)
                    .toList();
            var programme = offered.stream()
                    .filter(each -> each.code().equals(form.text("programme")))
                    .findFirst()
                    .orElse(null);
            return new View(
                    household,
                    offered,
                    programme,
                    household.isEmpty() ? List.of() : applicants.of(household),
                    programme == null ? null : rules.asks(programme.code(), applicants.day()),
                    ticked);
        });
    }

    /**
     * The form of a direct application.
     *
     * @param programmes those that lend directly
     * @param ticked the priority groups that were ticked before the form came back
     * @param asks what the chosen programme asks; none before one is chosen
     */
    record View(
            String household,
            List<Programme> programmes,
            @Nullable Programme programme,
            List<Applicants.Applicant> applicants,
            PlanRules.@Nullable Asks asks,
            List<String> ticked)
            implements ShowsPeople {

        /** Whether a household was named that is not there, or nobody of which may apply. */
        public boolean isNobody() {
            return !household.isEmpty() && applicants.isEmpty();
        }

        /** Whether the form itself can be filled in. */
        public boolean isReady() {
            return programme != null && !applicants.isEmpty();
        }

        public List<JobPlan.Priority> priorities() {
            return List.of(JobPlan.Priority.values());
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return applicants.stream().map(Applicants.Applicant::id).toList();
        }
    }
}
