package org.dongvon.simulation.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dongvon.simulation.plan.LoanDraft.Life;

/** Decides which household has which loans. */
final class Households {

    /** A poor household may hold these together with a student's loan (handbook 2.4). */
    private static final Set<String> GO_WITH_A_SECOND = Set.of("HONGHEO", "CANNGHEO", "THOATNGHEO", "GQVL", "SXKDVKK");

    private static final int RENEWED_PERCENT = 70;

    private final OfficeSpec spec;
    private final Draw draw;

    Households(OfficeSpec spec, Draw draw) {
        this.spec = spec;
        this.draw = draw;
    }

    /** The households, in an order drawn. */
    List<HouseholdDraft> deal() {
        var households = new ArrayList<HouseholdDraft>();
        var seconds = new ArrayList<LoanDraft>();
        for (var programme : spec.wanted()) {
            var quantity = programme.quantity();
            for (int i = 0; i < quantity.loans(); i++) {
                var draft = new LoanDraft(programme, i < quantity.overdue() ? Life.OVERDUE : Life.STEADY);
                if (i >= quantity.loans() - quantity.second()) {
                    seconds.add(draft);
                } else {
                    households.add(new HouseholdDraft(draft));
                }
            }
        }
        name(households);
        draw.shuffle(households);
        addSeconds(households, seconds);
        addRepaid(households);
        return households;
    }

    private void name(List<HouseholdDraft> households) {
        for (var guest : spec.guests()) {
            var wanted = guest.loan();
            if (wanted != null) {
                households.stream()
                        .filter(household -> household.loans.getFirst().spec.equals(wanted.loan()))
                        .forEach(household -> household.name = wanted.borrower());
            }
        }
    }

    private void addSeconds(List<HouseholdDraft> households, List<LoanDraft> seconds) {
        var hosts = households.stream()
                .filter(household -> household.loans.getFirst().life == Life.STEADY && household.name == null)
                .filter(household -> GO_WITH_A_SECOND.contains(
                        household.loans.getFirst().spec.code()))
                .filter(household -> !household.loans.getFirst().spec.traits().plain())
                .iterator();
        seconds.forEach(second -> hosts.next().loans.add(second));
    }

    /** Loans repaid within the history: most were followed by another of the same programme. */
    private void addRepaid(List<HouseholdDraft> households) {
        var gone = new ArrayList<HouseholdDraft>();
        for (var programme : spec.programmes()) {
            var renewed = households.stream()
                    .filter(household -> household.loans.size() == 1
                            && household.loans.getFirst().spec.equals(programme)
                            && household.loans.getFirst().life == Life.STEADY)
                    .iterator();
            for (int i = 0; i < programme.quantity().repaid(); i++) {
                var draft = new LoanDraft(programme, Life.REPAID);
                if (draw.percent(RENEWED_PERCENT) && renewed.hasNext()) {
                    renewed.next().loans.addFirst(draft);
                } else {
                    gone.add(new HouseholdDraft(draft));
                }
            }
        }
        households.addAll(gone);
        draw.shuffle(households);
    }
}
