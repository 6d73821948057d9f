package org.dongvon.loan;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.dongvon.capital.Allotments;
import org.dongvon.engine.allocation.Allocation;
import org.dongvon.engine.allocation.Claim;
import org.dongvon.engine.allocation.Claims;
import org.dongvon.engine.allocation.CollectionOrder;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.LoanInterest;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.Residue;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.RateBook;
import org.dongvon.shared.Refused;
import org.springframework.stereotype.Service;

/**
 * Takes borrowers' payments: first {@link #lock} the loans, then {@link #plan} each line against its balance, then
 * {@link #post} all that was planned in one go, with the journal of {@link LoanEntries}.
 */
@Service
public class Repayments {

    private final LoanBook book;
    private final RateBook rates;
    private final Allotments allotments;

    Repayments(LoanBook book, RateBook rates, Allotments allotments) {
        this.book = book;
        this.rates = rates;
        this.allotments = allotments;
    }

    /** The loans' balances, locked in order until the transaction ends; loans not in scope are missing. */
    public Map<Long, LoanBalance> lock(Collection<Long> loanIds) {
        return book.lock(loanIds);
    }

    /** The loans' balances without a lock: for pages and for checking a sheet before it is posted. */
    public Map<Long, LoanBalance> read(Collection<Long> loanIds) {
        return book.read(loanIds);
    }

    /** What the books already hold of lines with these identifiers. */
    public Map<UUID, Posted> posted(Collection<UUID> lines) {
        return book.posted(lines);
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
        var order = CollectionOrder.INTEREST_FIRST;
        var forInterest = Allocation.ofInterest(payment.interest(), claims, order);
        var forPrincipal = Allocation.ofPrincipal(payment.principal(), claims, order);
        var movements = new ArrayList<LoanMovement>(1);
        for (var part : balance.parts()) {
            var interestTaken = forInterest.interest(part.part());
            var principalTaken = forPrincipal.principal(part.part());
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
                .with(Claim.PRINCIPAL_OVERDUE, balance.principal(Part.OVERDUE))
                .with(Claim.PRINCIPAL_AHEAD, balance.principal(Part.IN_TERM))
                .with(Claim.PRINCIPAL_FROZEN, balance.principal(Part.FROZEN));
    }

    private InterestLine delta(PartBalance part, LocalDate valueDate, Dong interest, Dong principal) {
        long index = rates.series(part.seriesId()).index(part.part(), valueDate);
        return InterestLine.ZERO.movePrincipal(-principal.amount(), index).takeInterest(interest.amount());
    }

    private boolean isSettled(LoanBalance balance, LocalDate day) {
        var owed = balance.parts().stream()
                .map(part -> LoanBalance.numerator(part, day, rates))
                .reduce(BigInteger.ZERO, BigInteger::add);
        return Residue.isResidue(owed);
    }

    private List<LoanMovement> rounding(LoanBalance settled, LoanMovement.Line line, LocalDate day) {
        var parts = settled.parts();
        var clearing = Residue.clearing(parts.stream()
                .map(part -> LoanBalance.numerator(part, day, rates))
                .toList());
        var own = new LoanMovement.Line(roundingLine(line.id()), line.number());
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

    /** The identifier of the rounding that a closing line brings along; always the same for the same line. */
    static UUID roundingLine(UUID line) {
        return UUID.nameUUIDFromBytes(("rounding of " + line).getBytes(StandardCharsets.US_ASCII));
    }

    /** Writes what was planned, gives the principal back to its allotments and closes the loans that are settled. */
    public void post(long journalId, LocalDate valueDate, List<Planned> planned) {
        var movements =
                planned.stream().flatMap(p -> p.movements().stream()).toList();
        book.write(journalId, valueDate, movements);
        allotments.move(journalId, LoanEntries.lentByAllotment(movements));
        var closed = planned.stream()
                .filter(Planned::closes)
                .map(p -> p.after().header().id())
                .toList();
        if (!closed.isEmpty()) {
            book.close(closed, valueDate);
        }
    }

    /**
     * What one line will do.
     *
     * @param after the balance when it has been done, before the rounding of a loan that closes
     * @param closes whether nothing is left to pay
     */
    public record Planned(LoanBalance after, List<LoanMovement> movements, boolean closes) {

        public Planned {
            movements = List.copyOf(movements);
        }
    }

    /** A line as the books hold it, in đồng. */
    public record Posted(long loanId, long interest, long principal) {}
}
