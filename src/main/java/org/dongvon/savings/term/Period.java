package org.dongvon.savings.term;

import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.RateSeries;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * A term of a deposit, or, where nothing matures any more, the time from its maturity until it is paid out.
 *
 * <p>Example: 50 000 000 đ at 4 % from 18/04/2024 to 18/10/2024 bear 1 002 740 đ; paid out on 01/07/2024, 10 137 đ at a demand
 * rate of 0.1 %.
 *
 * @param rate of the term; none where nothing matures
 */
public record Period(
        LocalDate from,
        @Nullable LocalDate maturesOn,
        @Nullable AnnualRate rate,
        Dong principal) {

    /** Whether it is over on a day, or nothing of it is to mature. */
    public boolean hasMaturedBy(LocalDate day) {
        return maturesOn == null || !day.isBefore(maturesOn);
    }

    /** What is owed of interest to who is paid out on a day, in đồng × 365 × 10^8. */
    public BigInteger numeratorOn(LocalDate day, RateSeries demand) {
        if (maturesOn == null || rate == null || day.isBefore(maturesOn)) {
            return demandFrom(from, day, demand);
        }
        long days = ChronoUnit.DAYS.between(from, maturesOn);
        return times(Math.multiplyExact(rate.units(), days)).add(demandFrom(maturesOn, day, demand));
    }

    private BigInteger demandFrom(LocalDate start, LocalDate day, RateSeries demand) {
        return times(demand.index(Part.IN_TERM, day) - demand.index(Part.IN_TERM, start));
    }

    private BigInteger times(long unitDays) {
        return BigInteger.valueOf(principal.amount()).multiply(BigInteger.valueOf(unitDays));
    }
}
