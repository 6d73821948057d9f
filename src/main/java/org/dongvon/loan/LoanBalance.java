package org.dongvon.loan;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.LoanInterest;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.PartInterest;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.RateBook;

/**
 * A loan with the balance of its parts at one moment.
 *
 * <p>Example: 50 000 000 đ in term at 6.24 %, interest paid until 18/04: on 18/05 {@link #interestOn} is 30 days,
 * 256 438 đ.
 */
public record LoanBalance(LoanHeader header, List<PartBalance> parts) {

    public LoanBalance {
        parts = List.copyOf(parts);
    }

    /** Principal not yet repaid, in term, overdue and frozen together (dư nợ); never interest. */
    public Dong outstanding() {
        var sum = Dong.ZERO;
        for (var each : parts) {
            if (each.part() != Part.WRITTEN_OFF) {
                sum = sum.plus(new Dong(each.line().principal()));
            }
        }
        return sum;
    }

    /** Principal in one state. */
    public Dong principal(Part part) {
        var sum = Dong.ZERO;
        for (var each : parts) {
            if (each.part() == part) {
                sum = sum.plus(new Dong(each.line().principal()));
            }
        }
        return sum;
    }

    /** Interest owed on a day: the loan rounded once, HALF_UP, then split over its parts. */
    public LoanInterest interestOn(LocalDate day, RateBook rates) {
        var interest = new ArrayList<PartInterest>(parts.size());
        for (var each : parts) {
            interest.add(new PartInterest(each.part(), numerator(each, day, rates)));
        }
        return LoanInterest.of(interest);
    }

    static BigInteger numerator(PartBalance part, LocalDate day, RateBook rates) {
        return part.line().numeratorAt(rates.series(part.seriesId()).index(part.part(), day));
    }

    /** Likewise, with the parts that only the movements bring. */
    LoanBalance with(List<LoanMovement> movements) {
        var all = new ArrayList<PartBalance>(parts);
        movements.stream()
                .filter(movement -> all.stream()
                        .noneMatch(part -> part.seriesId() == movement.seriesId() && part.part() == movement.part()))
                .map(movement -> new PartBalance(movement.seriesId(), movement.part(), InterestLine.ZERO))
                .distinct()
                .forEach(all::add);
        return new LoanBalance(header, all).after(movements);
    }

    /** This loan after movements of it. */
    LoanBalance after(List<LoanMovement> movements) {
        var result = new ArrayList<PartBalance>(parts);
        for (var movement : movements) {
            for (int i = 0; i < result.size(); i++) {
                var part = result.get(i);
                if (part.seriesId() == movement.seriesId() && part.part() == movement.part()) {
                    result.set(
                            i,
                            new PartBalance(
                                    part.seriesId(), part.part(), part.line().plus(movement.delta())));
                }
            }
        }
        return new LoanBalance(header, result);
    }
}
