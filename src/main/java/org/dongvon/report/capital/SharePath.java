package org.dongvon.report.capital;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.dongvon.report.ReportRefusal;
import org.dongvon.shared.Refused;

/**
 * What local budgets must entrust in each year to reach a target, exact to the đồng: the gap is divided once, HALF_UP, and
 * the years' parts sum to it.
 *
 * <p>Example: 233.2 of 6 625 billion on 30/06/2023, to reach 15 % by the end of 2030, in eight years. While the total stays,
 * 760.55 billion are missing, 95.06875 in each year. As each added đồng is in the total too, x = 760.55 ÷ 0.85 =
 * 894.764705882 billion. Others' capital of 6 391.8 billion that grows by 8 % a year asks for local capital of 15 ÷ 85 of
 * what it then is: 1 854.583950249 billion more.
 *
 * @param constantTotal while the total stays as it is
 * @param growingTotal when what is added is in the total too, and others' capital grows
 * @param yearly the same by year; empty when nothing is missing
 */
record SharePath(long constantTotal, long growingTotal, List<Year> yearly) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
    private static final int LARGEST = 60;

    SharePath {
        yearly = List.copyOf(yearly);
    }

    /**
     * The path from a capital on a day.
     *
     * @param years of which each has its part
     * @throws Refused {@link ReportRefusal#SHARE_BEYOND_REACH} for more money than there is
     */
    static SharePath of(CapitalFigures.Capital capital, ShareTarget target, List<Integer> years) {
        long constant = constant(capital, target);
        long growing = growing(capital, target, years.size());
        var yearly = new ArrayList<Year>();
        for (int i = 0; i < years.size() && growing > 0; i++) {
            yearly.add(new Year(
                    years.get(i), part(Math.max(0, constant), i, years.size()), part(growing, i, years.size())));
        }
        return new SharePath(constant, growing, yearly);
    }

    /** x = share × total − local. */
    private static long constant(CapitalFigures.Capital capital, ShareTarget target) {
        return target.percent()
                .multiply(BigDecimal.valueOf(capital.total()))
                .subtract(WHOLE.multiply(BigDecimal.valueOf(capital.local())))
                .divide(WHOLE, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** x = share ÷ (1 − share) × others × (1 + growth)^years − local, as one division. */
    private static long growing(CapitalFigures.Capital capital, ShareTarget target, int years) {
        var others = BigDecimal.valueOf(capital.total() - capital.local());
        var rest = WHOLE.subtract(target.percent());
        var then = others.multiply(WHOLE.add(target.growthPercent()).pow(years));
        var now = BigDecimal.valueOf(capital.local()).multiply(rest).multiply(WHOLE.pow(years));
        var missing = target.percent()
                .multiply(then)
                .subtract(now)
                .divide(rest.multiply(WHOLE.pow(years)), 0, RoundingMode.HALF_UP)
                .toBigIntegerExact();
        if (missing.bitLength() > LARGEST) {
            throw new Refused(ReportRefusal.SHARE_BEYOND_REACH, target.percent());
        }
        return missing.longValueExact();
    }

    private static long part(long gap, int index, int years) {
        return through(gap, index + 1, years) - through(gap, index, years);
    }

    private static long through(long gap, int parts, int years) {
        return BigInteger.valueOf(gap)
                .multiply(BigInteger.valueOf(parts))
                .divide(BigInteger.valueOf(years))
                .longValueExact();
    }

    /** A year's part of the gap. */
    public record Year(int year, long constantTotal, long growingTotal) {}
}
