package org.dongvon.loan;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.PartMove;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanMovement.Kind;
import org.dongvon.loan.LoanMovement.Line;
import org.dongvon.programme.RateBook;

/**
 * What falling due, and decisions on debts at risk, do to one loan, on one day. Frozen principal bears no interest, and the interest owed
 * stays where it ran; written off, principal and interest leave the balance sheet together.
 *
 * @param loan as it stands
 * @param line the line that moves it
 * @param day the value date
 * @param rates of the series
 */
record DebtMoves(LoanBalance loan, Line line, LocalDate day, RateBook rates) {

    /** So much of what is in term becomes overdue, each part at its own index of the day. */
    List<LoanMovement> overdue(Dong unpaid) {
        var moves = new ArrayList<LoanMovement>(2);
        var left = unpaid;
        for (var part : loan.parts()) {
            var amount = left.min(new Dong(part.line().principal()));
            if (part.part() == Part.IN_TERM && amount.isPositive()) {
                left = left.minus(amount);
                moves.addAll(move(part, amount.amount(), Part.OVERDUE, Kind.TO_OVERDUE));
            }
        }
        return moves;
    }

    /**
     * All principal becomes frozen. Example: 30 000 000 đ in term, lent on 18/03/2026 at 6.24 %, frozen on 18/06/2026: the
     * in-term part keeps 471 847 đ of interest and no principal.
     */
    List<LoanMovement> freeze() {
        var moves = new ArrayList<LoanMovement>();
        for (var part : loan.parts()) {
            if (part.part().bearsInterest() && part.line().principal() > 0) {
                moves.addAll(move(part, part.line().principal(), Part.FROZEN, Kind.TO_FROZEN));
            }
        }
        return merged(moves, Kind.TO_FROZEN);
    }

    /** Frozen principal bears interest again: so much of it is overdue, the rest in term. */
    List<LoanMovement> thaw(Dong overdue) {
        var moves = new ArrayList<LoanMovement>();
        var left = overdue;
        for (var part : loan.parts()) {
            if (part.part() != Part.FROZEN || part.line().principal() == 0) {
                continue;
            }
            var late = left.min(new Dong(part.line().principal()));
            left = left.minus(late);
            moves.addAll(move(part, late.amount(), Part.OVERDUE, Kind.FROM_FROZEN));
            moves.addAll(move(part, part.line().principal() - late.amount(), Part.IN_TERM, Kind.FROM_FROZEN));
        }
        return merged(moves, Kind.FROM_FROZEN);
    }

    private List<LoanMovement> move(PartBalance from, long amount, Part to, Kind kind) {
        if (amount == 0) {
            return List.of();
        }
        var series = rates.series(from.seriesId());
        var move = PartMove.of(amount, series.index(from.part(), day), series.index(to, day));
        return List.of(
                movement(from.seriesId(), from.part(), kind, move.out(), Dong.ZERO),
                movement(from.seriesId(), to, kind, move.in(), Dong.ZERO));
    }

    /** Two moves out of one part, or into one, are one movement of it. */
    private List<LoanMovement> merged(List<LoanMovement> moves, Kind kind) {
        Map<PartKey, InterestLine> sums = new TreeMap<>();
        for (var each : moves) {
            sums.merge(new PartKey(each.seriesId(), each.part()), each.delta(), InterestLine::plus);
        }
        return sums.entrySet().stream()
                .map(each -> movement(each.getKey().seriesId(), each.getKey().part(), kind, each.getValue(), Dong.ZERO))
                .toList();
    }

    /** All that is owed leaves the balance sheet: of each series the principal, and the interest as it stands that day. */
    List<LoanMovement> writeOff() {
        var moves = new ArrayList<LoanMovement>();
        Map<Integer, InterestLine> off = new TreeMap<>();
        for (var part : loan.parts()) {
            var owed = LoanBalance.numerator(part, day, rates);
            if (part.part() == Part.WRITTEN_OFF || part.line().equals(InterestLine.ZERO)) {
                continue;
            }
            moves.add(movement(
                    part.seriesId(), part.part(), Kind.WRITE_OFF, part.line().negate(), Dong.ZERO));
            off.merge(part.seriesId(), new InterestLine(part.line().principal(), owed), InterestLine::plus);
        }
        off.forEach((series, line) -> moves.add(movement(series, Part.WRITTEN_OFF, Kind.WRITE_OFF, line, Dong.ZERO)));
        return moves;
    }

    /** Money that came in after all, of what was written off: principal, and interest. */
    List<LoanMovement> recover(Dong principal, Dong interest) {
        var moves = new ArrayList<LoanMovement>();
        var principalLeft = principal;
        var interestLeft = interest;
        for (var part : loan.parts()) {
            if (part.part() != Part.WRITTEN_OFF) {
                continue;
            }
            var ofPrincipal = principalLeft.min(new Dong(part.line().principal()));
            var ofInterest =
                    interestLeft.min(InterestLine.toDong(part.line().constant()).max(Dong.ZERO));
            principalLeft = principalLeft.minus(ofPrincipal);
            interestLeft = interestLeft.minus(ofInterest);
            if (ofPrincipal.isPositive() || ofInterest.isPositive()) {
                var delta = new InterestLine(-ofPrincipal.amount(), BigInteger.ZERO).takeInterest(ofInterest.amount());
                moves.add(movement(part.seriesId(), part.part(), Kind.RECOVERY, delta, ofInterest));
            }
        }
        return moves;
    }

    private LoanMovement movement(int seriesId, Part part, Kind kind, InterestLine delta, Dong interest) {
        return new LoanMovement(line, loan.header(), seriesId, part, kind, delta, interest, null);
    }

    private record PartKey(int seriesId, Part part) implements Comparable<PartKey> {

        @Override
        public int compareTo(PartKey other) {
            int bySeries = Integer.compare(seriesId, other.seriesId);
            return bySeries != 0 ? bySeries : part.compareTo(other.part);
        }
    }
}
