package org.dongvon.loan.succession;

import java.util.List;
import java.util.stream.Stream;
import org.dongvon.engine.money.Dong;
import org.dongvon.group.FollowsMembers;
import org.dongvon.group.FollowsMembers.Tie;
import org.dongvon.household.HouseholdFacts;
import org.dongvon.household.HouseholdFacts.Departure;
import org.dongvon.household.HouseholdFacts.HouseholdOnDay;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.Stage;
import org.dongvon.loan.application.HouseholdLimits;
import org.dongvon.loan.application.HouseholdLimits.Debt;
import org.dongvon.loan.succession.SuccessionBook.Owed;
import org.dongvon.loan.succession.SuccessionBook.Seat;
import org.dongvon.organisation.Units;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Component;

/** Who may take over whose debt: docs/domain/succession.md. */
@Component
class SuccessionRules {

    private final SuccessionBook book;
    private final HouseholdFacts households;
    private final Units units;
    private final HouseholdLimits limits;
    private final List<FollowsMembers> followers;

    SuccessionRules(
            SuccessionBook book,
            HouseholdFacts households,
            Units units,
            HouseholdLimits limits,
            List<FollowsMembers> followers) {
        this.book = book;
        this.households = households;
        this.units = units;
        this.limits = limits;
        this.followers = followers;
    }

    /**
     * That the borrower of a running loan is no longer there.
     *
     * @throws Refused {@link LoanRefusal#LOAN_NOT_ACTIVE}, {@link SuccessionRefusal#SUCCESSION_BORROWER_IS_THERE}
     */
    Departure departure(Owed loan) {
        if (loan.kind().stage() != Stage.ACTIVE) {
            throw new Refused(LoanRefusal.LOAN_NOT_ACTIVE, loan.code());
        }
        return households
                .departure(loan.borrower().person(), loan.place().day())
                .orElseThrow(() -> new Refused(
                        SuccessionRefusal.SUCCESSION_BORROWER_IS_THERE,
                        loan.code(),
                        loan.borrower().householdCode()));
    }

    /**
     * Whom a household's 01/UQ names on the open day.
     *
     * @throws Refused {@link SuccessionRefusal#SUCCESSION_UNKNOWN_HOUSEHOLD}, {@link
     *     SuccessionRefusal#SUCCESSION_WITHOUT_DELEGATION}
     */
    Heir heir(Owed loan, String householdCode) {
        var household = households
                .ofCode(householdCode, loan.place().day())
                .orElseThrow(() -> new Refused(SuccessionRefusal.SUCCESSION_UNKNOWN_HOUSEHOLD, householdCode));
        var delegate = household.borrower();
        if (delegate == null) {
            throw new Refused(SuccessionRefusal.SUCCESSION_WITHOUT_DELEGATION, householdCode);
        }
        return new Heir(household, delegate.personId());
    }

    /**
     * That the heir may take the loan over.
     *
     * @throws Refused {@link SuccessionRefusal#SUCCESSION_OTHER_OFFICE}, {@link
     *     SuccessionRefusal#SUCCESSION_NOT_A_MEMBER}, {@link SuccessionRefusal#SUCCESSION_PROGRAMMES_EXCLUDE}, {@link
     *     SuccessionRefusal#SUCCESSION_ABOVE_CAP}, {@link SuccessionRefusal#SUCCESSION_MONEY_WITH_HEAD}, {@link
     *     SuccessionRefusal#SUCCESSION_MOVED_TODAY}
     */
    void requireMay(Owed loan, Heir heir) {
        if (units.point(heir.household().pointId()).officeId() != loan.place().officeId()) {
            throw new Refused(
                    SuccessionRefusal.SUCCESSION_OTHER_OFFICE, heir.household().code());
        }
        var seat = loan.seat();
        if (seat != null
                && !stepsIn(loan, heir)
                && book.member(heir.person(), loan).isEmpty()) {
            throw new Refused(
                    SuccessionRefusal.SUCCESSION_NOT_A_MEMBER, heir.household().code());
        }
        requireWithinLimits(loan, heir);
        if (seat != null) {
            requireNothingOnItsWay(seat);
        }
        if (loan.movedToday()) {
            throw new Refused(
                    SuccessionRefusal.SUCCESSION_MOVED_TODAY,
                    loan.code(),
                    loan.place().day());
        }
    }

    /** An heir of the borrower's own household takes the place in the group over. */
    private static boolean stepsIn(Owed loan, Heir heir) {
        return heir.household().id() == loan.borrower().household();
    }

    private void requireWithinLimits(Owed loan, Heir heir) {
        var debt = new Debt(
                loan.id(),
                loan.kind().programmeId(),
                loan.debt(),
                loan.borrower().household(),
                heir.household().id(),
                heir.person(),
                loan.place().day());
        limits.excluded(debt).ifPresent(other -> {
            throw new Refused(
                    SuccessionRefusal.SUCCESSION_PROGRAMMES_EXCLUDE,
                    heir.household().code(),
                    other);
        });
        limits.broken(debt).ifPresent(broken -> {
            throw new Refused(
                    SuccessionRefusal.SUCCESSION_ABOVE_CAP,
                    loan.debt(),
                    heir.household().code(),
                    broken.free(),
                    broken.cap());
        });
    }

    private void requireNothingOnItsWay(Seat seat) {
        followers.stream()
                .flatMap(each -> each.pending(List.of(seat.member())).stream())
                .findFirst()
                .ifPresent(pending -> {
                    throw new Refused(SuccessionRefusal.SUCCESSION_MONEY_WITH_HEAD, pending.on());
                });
    }

    /**
     * Savings first repay debts: they go over with the last of the predecessor's debts.
     *
     * @throws Refused {@link SuccessionRefusal#SUCCESSION_DEPOSIT_STAYS}
     */
    void requireDepositFree(Owed loan) {
        var seat = loan.seat();
        if (seat != null) {
            ties(seat)
                    .filter(tie ->
                            tie.kind() != Tie.Kind.DEPOSIT && !tie.record().equals(loan.code()))
                    .findFirst()
                    .ifPresent(tie -> {
                        throw new Refused(SuccessionRefusal.SUCCESSION_DEPOSIT_STAYS, tie.record());
                    });
        }
    }

    /** What the member has saved. */
    Dong deposit(Seat seat) {
        return ties(seat)
                .filter(tie -> tie.kind() == Tie.Kind.DEPOSIT)
                .map(Tie::amount)
                .reduce(Dong.ZERO, Dong::plus);
    }

    /** Whether nothing keeps the member in the group any more. */
    boolean isFree(Seat seat) {
        return ties(seat).findAny().isEmpty();
    }

    private Stream<Tie> ties(Seat seat) {
        return followers.stream().flatMap(each -> each.ties(List.of(seat.member())).stream());
    }

    /** Who takes over, for which household. */
    record Heir(HouseholdOnDay household, long person) {}
}
