package org.dongvon.engine.interest;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The oracle: one part of a loan, charged day by day from its balance at the end of each day. It knows no index and no
 * line, only what the regulation says.
 */
final class NaiveLoan {

    private final Part part;
    private final List<RateChange> changes;
    private final List<PrincipalMovement> movements = new ArrayList<>();
    private BigInteger taken = BigInteger.ZERO;

    NaiveLoan(Part part, List<RateChange> changes) {
        this.part = part;
        this.changes = changes;
    }

    void movePrincipal(LocalDate on, long delta) {
        movements.add(new PrincipalMovement(on, delta));
    }

    void takeInterest(long dong) {
        taken = taken.add(
                BigInteger.valueOf(dong).multiply(BigInteger.valueOf(365)).multiply(BigInteger.TEN.pow(8)));
    }

    BigInteger numeratorAt(LocalDate day) {
        var first = movements.stream().map(PrincipalMovement::valueDate).min(Comparator.naturalOrder());
        var sum = BigInteger.ZERO;
        for (var each = first.orElse(day); each.isBefore(day); each = each.plusDays(1)) {
            sum = sum.add(BigInteger.valueOf(balanceAtTheEndOf(each)).multiply(BigInteger.valueOf(rateOf(each))));
        }
        return sum.subtract(taken);
    }

    private long balanceAtTheEndOf(LocalDate day) {
        return movements.stream()
                .filter(each -> !each.valueDate().isAfter(day))
                .mapToLong(PrincipalMovement::delta)
                .sum();
    }

    private long rateOf(LocalDate day) {
        long units = 0;
        for (var change : changes) {
            if (!change.from().isAfter(day)) {
                units = switch (part) {
                    case IN_TERM -> change.inTerm().units();
                    case OVERDUE -> change.overdue().units();
                    case FROZEN, WRITTEN_OFF -> 0;
                };
            }
        }
        return units;
    }
}
