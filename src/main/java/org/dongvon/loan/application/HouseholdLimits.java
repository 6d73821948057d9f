package org.dongvon.loan.application;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.application.ApplicationFiles.Debtor;
import org.dongvon.programme.Cap;
import org.dongvon.programme.CapBasis;
import org.dongvon.programme.Exclusions;
import org.dongvon.programme.Programme;
import org.dongvon.programme.Programmes;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * V06 and V07 for a debt that exists already and comes to a household: whether its programme goes with what the household
 * owes, and whether the sum stays within the caps. Runs inside the caller's transaction.
 */
@Component
public class HouseholdLimits {

    private final Programmes programmes;
    private final Exclusions exclusions;
    private final ApplicationFiles files;

    HouseholdLimits(Programmes programmes, Exclusions exclusions, ApplicationFiles files) {
        this.programmes = programmes;
        this.exclusions = exclusions;
        this.files = files;
    }

    /** A programme under which the household owes or applies and with which this debt's does not go; none is well. */
    public Optional<Label> excluded(Debt debt) {
        var excluded = exclusions.of(programme(debt).code(), debt.day());
        return held(debt).stream()
                .map(programmes.current()::programme)
                .filter(other -> excluded.contains(other.code()))
                .map(Programme::name)
                .findFirst();
    }

    /**
     * The first cap that the debt breaks, with what it leaves free; none is well. What a household owes is not changed by a debt
     * that stays in it, so caps by household are asked for only when it comes from another.
     */
    public Optional<Broken> broken(Debt debt) {
        for (var cap : programmes.current().capsOf(programme(debt).code())) {
            var limit = limit(cap, debt);
            if (limit != null) {
                var owed = owed(debt, cap.limit().basis() == CapBasis.BORROWER);
                if (owed.plus(debt.amount()).compareTo(limit) > 0) {
                    return Optional.of(new Broken(limit.minus(owed).max(Dong.ZERO), limit));
                }
            }
        }
        return Optional.empty();
    }

    private static @Nullable Dong limit(Cap cap, Debt debt) {
        var amount = cap.limit().amount();
        if (amount == null || !cap.holdsOn(debt.day()) || !ApplicationRules.OF_A_HOUSEHOLD.contains(cap.borrowers())) {
            return null;
        }
        return switch (cap.limit().basis()) {
            case HOUSEHOLD -> debt.from() == debt.household() ? null : amount;
            case BORROWER -> amount;
            case WORK, PROJECT, MONTH, JOB, HECTARE, NEED -> null;
        };
    }

    private Dong owed(Debt debt, boolean byBorrowerAlone) {
        return files.committed(debt.debtor(), debt.programmeId(), byBorrowerAlone);
    }

    private List<Integer> held(Debt debt) {
        return debt.from() == debt.household() ? List.of() : files.programmesHeld(debt.debtor());
    }

    private Programme programme(Debt debt) {
        return programmes.current().programme(debt.programmeId());
    }

    /**
     * A debt that comes to a household.
     *
     * @param from the household that owed it so far
     */
    public record Debt(
            long loan, int programmeId, Dong amount, long from, long household, long borrower, LocalDate day) {

        Debtor debtor() {
            return new Debtor(household, borrower, 0, loan);
        }
    }

    /** What a cap leaves free, and the cap. */
    public record Broken(Dong free, Dong cap) {}
}
