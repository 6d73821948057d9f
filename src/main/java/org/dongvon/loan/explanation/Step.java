package org.dongvon.loan.explanation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.RatePiece;
import org.dongvon.engine.money.Dong;
import org.dongvon.programme.LateRate;

/** One row of a derivation. The numerators of all rows, and what was carried, add up to what is owed, exactly. */
public sealed interface Step {

    /** The day it begins or happens. */
    LocalDate day();

    /** What it adds to the interest owed, in đồng × 365 × 10^8. */
    BigInteger numerator();

    /**
     * Days of one part with one principal and one rate.
     *
     * <p>Example: 100 000 000 đ for 16 days at 7.92 % add 100 000 000 × 7 920 000 × 16, which is 347 178.08 đ.
     *
     * @param position the part that bore it
     * @param principal in đồng
     * @param days the days, the last one excluded, and their rate
     */
    record Piece(Moved.Position position, long principal, RatePiece days) implements Step {

        @Override
        public LocalDate day() {
            return days.from();
        }

        @Override
        public BigInteger numerator() {
            return BigInteger.valueOf(principal)
                    .multiply(BigInteger.valueOf(days.rate().units()))
                    .multiply(BigInteger.valueOf(days.days()));
        }

        /** The last day that bears interest. */
        public LocalDate lastDay() {
            return days.to().minusDays(1);
        }
    }

    /** Interest taken by a line; negative when a line was taken back. */
    record Taken(LocalDate day, UUID lineId, Dong amount) implements Step {

        @Override
        public BigInteger numerator() {
            return InterestLine.units(amount.amount()).negate();
        }
    }

    /** The rounding of a loan that closed, or a rate entered after the day it is dated. */
    record Correction(LocalDate day, BigInteger numerator) implements Step {}

    /**
     * What a retroactive rate changed for days that were asked for before it was known.
     *
     * @param day the day it was entered, or the day asked for when that is earlier
     * @param rate the row that was entered late
     */
    record Recounted(LocalDate day, LateRate rate, BigInteger numerator) implements Step {}

    /** Already in the books, with a value date after the day asked for. */
    record Later(LocalDate day, BigInteger numerator) implements Step {}
}
