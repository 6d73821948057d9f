package org.dongvon.report.why;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;

/**
 * How a balance changed between two days of the books: what stood at the end of the day before the first, what was written
 * on each day through the last, what stood then. Opening and moves add up to the closing, to the đồng.
 *
 * <p>Example: 50 000 000 đ, repayments of −7 000 000 đ, 43 000 000 đ.
 *
 * @param code the loan's, the group's or the point's
 * @param moves by kind
 */
public record Changed(String code, Period period, Balance opening, List<Moves> moves, Balance closing) {

    public Changed {
        moves = List.copyOf(moves);
        var sum = moves.stream().map(Moves::change).reduce(opening, Balance::plus);
        if (!sum.equals(closing)) {
            throw new IllegalStateException(
                    code + " opens with " + opening + ", moves to " + sum + " and closes with " + closing);
        }
    }

    /** The interest taken in the period; it is no balance: interest is recognised when it is collected. */
    public Dong interest() {
        return Dong.sum(moves.stream().map(Moves::interest).toList());
    }

    /** Whose balance it is. */
    public enum Of {
        LOAN,
        GROUP,
        POINT
    }

    /** Days of the books, both included. */
    public record Period(LocalDate from, LocalDate to) {

        /**
         * The period.
         *
         * @throws Refused {@link WhyRefusal#WHY_DAYS_TURNED} when the last is before the first
         */
        public Period {
            if (to.isBefore(from)) {
                throw new Refused(WhyRefusal.WHY_DAYS_TURNED, from, to);
            }
        }
    }

    /** Principal outstanding, and what of it is overdue. */
    public record Balance(Dong outstanding, Dong overdue) {

        Balance plus(Balance other) {
            return new Balance(outstanding.plus(other.outstanding), overdue.plus(other.overdue));
        }

        Balance minus(Balance other) {
            return new Balance(outstanding.minus(other.outstanding), overdue.minus(other.overdue));
        }
    }

    /** All lines of one kind: how many, what they did to the balance, and the interest they took. */
    public record Moves(String kind, int lines, Balance change, Dong interest) {}
}
