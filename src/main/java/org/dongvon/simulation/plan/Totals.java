package org.dongvon.simulation.plan;

import java.util.ArrayList;
import java.util.List;
import org.dongvon.simulation.plan.LoanDraft.Life;

/** Brings the loans of a programme to the total wanted, by changing amounts of loans that nothing was repaid of. */
final class Totals {

    /** First by amounts that look like people's wishes, at last by a million. */
    private static final int[] STEPS = {10, 5, 1};

    private final Draw draw;

    Totals(Draw draw) {
        this.draw = draw;
    }

    /**
     * Changes amounts until the balances of these loans are what the programme is to come to.
     *
     * @throws IllegalStateException when the caps do not allow it
     */
    void meet(ProgrammeSpec spec, List<LoanDraft> loans) {
        if (spec.quantity().millions() == 0) {
            return;
        }
        int missing = spec.quantity().millions()
                - loans.stream()
                        .filter(loan -> loan.life != Life.REPAID)
                        .mapToInt(LoanDraft::balance)
                        .sum();
        var adjustable =
                new ArrayList<>(loans.stream().filter(LoanDraft::isAdjustable).toList());
        draw.shuffle(adjustable);
        for (int step : STEPS) {
            missing = approach(adjustable, missing, step);
        }
        if (missing != 0) {
            throw new IllegalStateException(spec.code() + " misses its total by " + missing + " million");
        }
    }

    private static int approach(List<LoanDraft> loans, int missing, int step) {
        int left = missing;
        int before;
        do {
            before = left;
            for (var loan : loans) {
                if (Math.abs(left) < step) {
                    return left;
                }
                int change = left > 0 ? step : -step;
                int amount = loan.millions + change;
                if (amount >= loan.spec.amounts().least()
                        && amount <= loan.spec.amounts().most()) {
                    loan.millions = amount;
                    left -= change;
                }
            }
        } while (left != before);
        return left;
    }
}
