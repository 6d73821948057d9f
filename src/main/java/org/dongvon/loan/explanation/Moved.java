package org.dongvon.loan.explanation;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;

/**
 * A posted movement of one part of a loan, as a derivation reads it.
 *
 * @param lineId the line that made it
 * @param valueDate the day from which it counts
 * @param position the part it moved, under its series
 * @param delta what it added to the part's principal and constant
 * @param interest interest taken, whole đồng; negative when a line was taken back
 */
public record Moved(UUID lineId, LocalDate valueDate, Position position, InterestLine delta, Dong interest) {

    /** A state of principal under a rate series. */
    public record Position(int seriesId, Part part) {}

    /** Whether it counts on that day. */
    boolean countsOn(LocalDate day) {
        return !valueDate.isAfter(day);
    }

    /** What it did to the interest owed on its own day: what was taken, and any correction, never principal. */
    BigInteger jump(Indexes indexes) {
        return delta.numeratorAt(indexes.at(position, valueDate));
    }

    /** What of {@link #jump} is not interest taken: a rounding, a rate entered later. */
    BigInteger correction(Indexes indexes) {
        return jump(indexes).add(InterestLine.units(interest.amount()));
    }
}
