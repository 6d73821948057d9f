package org.dongvon.engine.schedule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;

/**
 * The paid state of a schedule: cumulative principal settled fills the instalments from the oldest on.
 *
 * <p>Because it is derived, a reversal restores the instalments by itself: less was settled, so the last filled one
 * opens again. Settled is what was repaid or written off, in whatever order it arrived.
 *
 * <p>Example: instalments of 13.3, 13.3 and 13.4 million with 20 million settled: the first is paid, the second has
 * 6.7 paid and 6.6 remaining, the third 13.4 remaining.
 *
 * @param instalments in order of due date, not empty
 * @param settled principal repaid or written off so far, from 0 to the sum of the instalments
 */
public record Waterfall(List<Instalment> instalments, Dong settled) {

    /**
     * The state of those instalments after that much principal.
     *
     * @throws IllegalArgumentException when there is no instalment, their due dates go back, or settled is below 0 or
     *     more than their sum
     */
    public Waterfall {
        instalments = List.copyOf(instalments);
        if (instalments.isEmpty()) {
            throw new IllegalArgumentException("a schedule has at least one instalment");
        }
        for (int i = 1; i < instalments.size(); i++) {
            if (instalments.get(i).dueDate().isBefore(instalments.get(i - 1).dueDate())) {
                throw new IllegalArgumentException("due dates go back at instalment " + (i + 1));
            }
        }
        if (settled.isNegative() || settled.isMoreThan(sum(instalments))) {
            throw new IllegalArgumentException("settled is not between 0 and the schedule's sum: " + settled);
        }
    }

    /** Each instalment with what is paid of it; the paid amounts add up to {@link #settled()}. */
    public List<InstalmentState> states() {
        var states = new ArrayList<InstalmentState>();
        var left = settled;
        for (var instalment : instalments) {
            var paid = left.min(instalment.amount());
            states.add(new InstalmentState(instalment, paid));
            left = left.minus(paid);
        }
        return List.copyOf(states);
    }

    /** The instalments that are not fully paid, the oldest first. */
    public List<InstalmentState> unpaid() {
        return states().stream().filter(each -> each.remaining().isPositive()).toList();
    }

    /**
     * What is due up to and including a day and not settled: cumulative due − settled, never below 0. This is what
     * becomes overdue when the day closes. Example: above, on the second due date, 26.6 − 20 = 6.6 million.
     */
    public Dong dueBy(LocalDate day) {
        var due = sum(instalments.stream()
                .filter(each -> !each.dueDate().isAfter(day))
                .toList());
        return due.minus(settled).max(Dong.ZERO);
    }

    /** The due date of the oldest instalment that is not fully paid; empty when all is settled. */
    public Optional<LocalDate> earliestUnpaid() {
        return unpaid().stream().findFirst().map(each -> each.instalment().dueDate());
    }

    /** What is still to pay of the whole schedule: its sum − settled. */
    public Dong remaining() {
        return sum(instalments).minus(settled);
    }

    private static Dong sum(List<Instalment> instalments) {
        return Dong.sum(instalments.stream().map(Instalment::amount).toList());
    }
}
