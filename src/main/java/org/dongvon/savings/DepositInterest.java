package org.dongvon.savings;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Collection;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.engine.money.Dong;

/**
 * Interest on a daily balance, exact until one division: docs/domain/deposits.md.
 *
 * <p>Example: 5 000 000 đ deposited on 18/04/2024 bear 178 đ at 0.1 % until 01/05/2024.
 */
public final class DepositInterest {

    private DepositInterest() {}

    /**
     * What is owed on a day, in đồng × 365 × 10^8.
     *
     * @param until interest is of the days before this one; movements from this day on do not count
     * @param credited what of it was credited, which is among the moves too
     */
    public static BigInteger numerator(Collection<Move> moves, RateSeries rates, LocalDate until, Dong credited) {
        long index = rates.index(Part.IN_TERM, until);
        var line = InterestLine.ZERO;
        for (var move : moves) {
            if (move.valueDate().isBefore(until)) {
                line = line.movePrincipal(move.amount().amount(), rates.index(Part.IN_TERM, move.valueDate()));
            }
        }
        return line.takeInterest(credited.amount()).numeratorAt(index);
    }

    /** What of it is credited: HALF_UP, nothing when more was credited than is owed. */
    public static Dong rounded(BigInteger numerator) {
        return InterestLine.toDong(numerator).max(Dong.ZERO);
    }

    /** Into the account, or out of it where negative. */
    public record Move(LocalDate valueDate, Dong amount) {}
}
