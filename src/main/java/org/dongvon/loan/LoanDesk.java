package org.dongvon.loan;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.dongvon.engine.allocation.Allocation;
import org.dongvon.engine.allocation.Claim;
import org.dongvon.engine.allocation.Claims;
import org.dongvon.engine.allocation.CollectionOrder;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.LoanInterest;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.Residue;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.Repayments.Planned;
import org.dongvon.programme.ParameterCode;
import org.dongvon.programme.RateBook;
import org.dongvon.programme.ReferenceBook;
import org.dongvon.shared.Refused;

/**
 * Loans on the desk: their balances at one moment, with the rates and rules to compute by. Decides what a payment does;
 * writes nothing.
 */
public final class LoanDesk {

    private final Map<Long, LoanBalance> balances;
    private final ReferenceBook reference;
    private final RateBook rates;
    private final Map<OrderOnDay, CollectionOrder> orders = new HashMap<>();

    LoanDesk(Map<Long, LoanBalance> balances, ReferenceBook reference) {
        this.balances = Map.copyOf(balances);
        this.reference = reference;
        this.rates = reference.rates();
    }

    /** The loans, by identifier; those not in scope are missing. */
    public Map<Long, LoanBalance> balances() {
        return balances;
    }

    /** The index of a part's line on a day: interest owed is K + B × index. */
    public long indexOn(PartBalance part, LocalDate day) {
        return rates.series(part.seriesId()).index(part.part(), day);
    }

    /** Interest owed by a loan on a day, rounded once and split over its parts. */
    public LoanInterest interestOn(LoanBalance balance, LocalDate day) {
        return balance.interestOn(day, rates);
    }

    /** What a sheet asks of a loan on a day: nothing before interest is due (students), then what is owed. */
    public Dong interestAskedOn(LoanBalance balance, LocalDate day) {
        return balance.header().asksInterestOn(day)
                ? balance.interestOn(day, rates).asked()
                : Dong.ZERO;
    }

    /** The rate of what is overdue of a loan on a day. */
    public AnnualRate overdueRateOn(LoanBalance balance, LocalDate day) {
        return balance.parts().stream()
                .filter(part -> part.part() == Part.OVERDUE)
                .map(part -> rates.series(part.seriesId()).rate(Part.OVERDUE, day))
                .findFirst()
                .orElseThrow();
    }

    /**
     * What one payment does to a loan: principal overdue first, then due, then ahead; interest in term first, then
     * overdue. A loan with nothing left to pay is closed, and the residue of under half a đồng cleared.
     *
     * <p>Example: a loan that owes 256 438 đ of interest is paid 256 438 đ and 7 000 000 đ of principal: one movement
     * of −7 000 000 đ and 256 438 đ.
     *
     * @throws Refused {@link LoanRefusal#LOAN_NOT_ACTIVE}, {@link LoanRefusal#AMOUNT_NEGATIVE}, {@link
     *     LoanRefusal#INTEREST_ABOVE_DUE}, {@link LoanRefusal#PRINCIPAL_ABOVE_OUTSTANDING}
     */
    public Planned plan(LoanBalance balance, RepaymentLine payment, LocalDate valueDate) {
        var interest = balance.interestOn(valueDate, rates);
        requirePayable(balance, payment, interest);
        var claims = claims(balance, interest);
        var order = order(balance, valueDate);
        var forInterest = Allocation.ofInterest(payment.interest(), claims, order);
        var forPrincipal = Allocation.ofPrincipal(payment.principal(), claims, order);
        var movements = new ArrayList<LoanMovement>(1);
        var taken = new Taken();
        for (var part : balance.parts()) {
            var interestTaken =
                    taken.interest(balance, part, forInterest.interest(part.part()), () -> owed(part, valueDate));
            var principalTaken = taken.principal(part, forPrincipal.principal(part.part()));
            if (interestTaken.isPositive() || principalTaken.isPositive()) {
                var delta = delta(part, valueDate, interestTaken, principalTaken);
                movements.add(new LoanMovement(
                        payment.line(),
                        balance.header(),
                        part.seriesId(),
                        part.part(),
                        LoanMovement.Kind.REPAYMENT,
                        delta,
                        interestTaken,
                        null));
            }
        }
        var after = balance.after(movements);
        if (after.outstanding().isPositive() || !isSettled(after, valueDate)) {
            return new Planned(after, movements, false);
        }
        movements.addAll(rounding(after, payment.line(), valueDate));
        return new Planned(after, movements, true);
    }

    /** What was paid too much on a loan without principal; nothing while some is left, or below half a đồng. */
    public Dong creditOf(LoanBalance balance, LocalDate day) {
        return balance.outstanding().isPositive()
                ? Dong.ZERO
                : InterestLine.toDong(owed(balance, day).negate()).max(Dong.ZERO);
    }

    /**
     * What giving back a part of the credit does to a loan: interest that was none goes out of the part that was paid too
     * much. When all of it is used, the residue is cleared and a loan that was open for its sake closes.
     *
     * @throws Refused {@link LoanRefusal#CREDIT_ABOVE_OVERPAID}, {@link LoanRefusal#AMOUNT_NEGATIVE}
     */
    public Planned planCredit(LoanBalance balance, LoanMovement.Line line, Dong amount, LocalDate day) {
        var credit = creditOf(balance, day);
        if (!amount.isPositive()) {
            throw new Refused(LoanRefusal.AMOUNT_NEGATIVE, balance.header().code());
        }
        if (amount.compareTo(credit) > 0) {
            throw new Refused(
                    LoanRefusal.CREDIT_ABOVE_OVERPAID,
                    amount,
                    credit,
                    balance.header().code());
        }
        var part = balance.parts().stream()
                .min(Comparator.comparing(each -> LoanBalance.numerator(each, day, rates)))
                .orElseThrow();
        var given = Dong.ZERO.minus(amount);
        var movements = new ArrayList<LoanMovement>(2);
        movements.add(new LoanMovement(
                line,
                balance.header(),
                part.seriesId(),
                part.part(),
                LoanMovement.Kind.CREDIT,
                InterestLine.ZERO.takeInterest(given.amount()),
                given,
                null));
        var after = balance.after(movements);
        if (!isSettled(after, day)) {
            return new Planned(after, movements, false);
        }
        movements.addAll(rounding(after, line, day));
        return new Planned(after, movements, true);
    }

    /** By the loan's status: parameters, since the official order was not found. */
    private CollectionOrder order(LoanBalance balance, LocalDate day) {
        var code = balance.principal(Part.OVERDUE).isPositive()
                ? ParameterCode.COLLECTION_ORDER_OVERDUE
                : ParameterCode.COLLECTION_ORDER_IN_TERM;
        return orders.computeIfAbsent(
                new OrderOnDay(code, day), asked -> reference.parameters().collectionOrder(asked.code(), asked.day()));
    }

    private static void requirePayable(LoanBalance balance, RepaymentLine payment, LoanInterest interest) {
        var loan = balance.header();
        if (loan.stage() != Stage.ACTIVE) {
            throw new Refused(LoanRefusal.LOAN_NOT_ACTIVE, loan.code());
        }
        if (payment.interest().isNegative() || payment.principal().isNegative()) {
            throw new Refused(LoanRefusal.AMOUNT_NEGATIVE, loan.code());
        }
        if (payment.interest().compareTo(interest.asked()) > 0) {
            var excess = payment.interest().minus(interest.asked());
            throw new Refused(
                    LoanRefusal.INTEREST_ABOVE_DUE, payment.interest(), interest.asked(), excess, loan.code());
        }
        if (payment.principal().compareTo(balance.outstanding()) > 0) {
            throw new Refused(
                    LoanRefusal.PRINCIPAL_ABOVE_OUTSTANDING, payment.principal(), balance.outstanding(), loan.code());
        }
    }

    private static Claims claims(LoanBalance balance, LoanInterest interest) {
        return Claims.NONE
                .withInterest(interest, Dong.ZERO)
                .withAll(Map.of(
                        Claim.PRINCIPAL_OVERDUE, balance.principal(Part.OVERDUE),
                        Claim.PRINCIPAL_AHEAD, balance.principal(Part.IN_TERM),
                        Claim.PRINCIPAL_FROZEN, balance.principal(Part.FROZEN)));
    }

    private InterestLine delta(PartBalance part, LocalDate valueDate, Dong interest, Dong principal) {
        long index = rates.series(part.seriesId()).index(part.part(), valueDate);
        return InterestLine.ZERO.movePrincipal(-principal.amount(), index).takeInterest(interest.amount());
    }

    private boolean isSettled(LoanBalance balance, LocalDate day) {
        return Residue.isResidue(owed(balance, day));
    }

    /** Interest owed, exact, in đồng × 365 × 10^8; below zero where too much was paid. */
    private BigInteger owed(LoanBalance balance, LocalDate day) {
        return balance.parts().stream()
                .map(part -> LoanBalance.numerator(part, day, rates))
                .reduce(BigInteger.ZERO, BigInteger::add);
    }

    private List<LoanMovement> rounding(LoanBalance settled, LoanMovement.Line line, LocalDate day) {
        var parts = settled.parts();
        var clearing = Residue.clearing(parts.stream()
                .map(part -> LoanBalance.numerator(part, day, rates))
                .toList());
        var own = new LoanMovement.Line(Repayments.roundingLine(line.id()), line.number());
        var result = new ArrayList<LoanMovement>();
        for (int i = 0; i < parts.size(); i++) {
            if (clearing.get(i).signum() != 0) {
                result.add(new LoanMovement(
                        own,
                        settled.header(),
                        parts.get(i).seriesId(),
                        parts.get(i).part(),
                        LoanMovement.Kind.ROUNDING,
                        new InterestLine(0, clearing.get(i)),
                        Dong.ZERO,
                        null));
            }
        }
        return result;
    }

    /** What a part owes by itself, never below zero. */
    private Dong owed(PartBalance part, LocalDate day) {
        return InterestLine.toDong(LoanBalance.numerator(part, day, rates)).max(Dong.ZERO);
    }

    /**
     * What parts of one state have taken of the state's share so far: a loan that was rolled over has two in term, of two
     * series. Interest goes to each up to what it owes, the rest to the last; principal to each up to what it has.
     */
    private static final class Taken {

        private final Map<Part, Dong> interest = new EnumMap<>(Part.class);
        private final Map<Part, Dong> principal = new EnumMap<>(Part.class);

        Dong interest(LoanBalance balance, PartBalance part, Dong ofState, Supplier<Dong> owed) {
            var left = ofState.minus(interest.getOrDefault(part.part(), Dong.ZERO));
            var share = isLastOfState(balance, part) ? left : left.min(owed.get());
            interest.merge(part.part(), share, Dong::plus);
            return share;
        }

        Dong principal(PartBalance part, Dong ofState) {
            var left = ofState.minus(principal.getOrDefault(part.part(), Dong.ZERO));
            var share = left.min(new Dong(part.line().principal()));
            principal.merge(part.part(), share, Dong::plus);
            return share;
        }

        private static boolean isLastOfState(LoanBalance balance, PartBalance part) {
            return balance.parts().reversed().stream()
                    .filter(each -> each.part() == part.part())
                    .findFirst()
                    .filter(part::equals)
                    .isPresent();
        }
    }

    private record OrderOnDay(ParameterCode code, LocalDate day) {}
}
