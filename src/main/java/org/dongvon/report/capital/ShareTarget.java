package org.dongvon.report.capital;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.dongvon.report.Ratios;
import org.dongvon.report.ReportRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Shortened;

/**
 * The share of local capital that a unit wants to reach, and by the end of which year.
 *
 * @param percent of all capital
 * @param growthPercent by how many percent the capital of others grows in each year until then
 */
public record ShareTarget(BigDecimal percent, int year, BigDecimal growthPercent) {

    /** What provinces set: 15 % of all capital by 2030. */
    private static final String USUAL_PERCENT = "15";

    private static final int USUAL_YEAR = 2030;
    private static final int MOST_YEARS = 30;
    private static final BigDecimal MOST_GROWTH = BigDecimal.valueOf(50);
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int SHOWN = 40;
    private static final Pattern PERCENT = Pattern.compile("[0-9]{1,3}(?:[.,][0-9]{1,4})?");

    /**
     * The target that was typed; what provinces usually set where nothing was.
     *
     * @throws Refused {@link ReportRefusal#NOT_A_PERCENT}, {@link ReportRefusal#SHARE_OUT_OF_RANGE},
     *     {@link ReportRefusal#GROWTH_OUT_OF_RANGE}, {@link ReportRefusal#TARGET_YEAR_OUT_OF_RANGE}
     */
    static ShareTarget of(String percent, String year, String growthPercent, LocalDate asOf) {
        int first = firstYear(asOf);
        return new ShareTarget(
                share(percent.isEmpty() ? USUAL_PERCENT : percent),
                year.isEmpty() ? Math.max(USUAL_YEAR, first) : year(year, first),
                growthPercent.isEmpty() ? BigDecimal.ZERO : growth(growthPercent));
    }

    /** The years whose budgets still count: from the one that the day after falls in to the target's. */
    List<Integer> years(LocalDate asOf) {
        return IntStream.rangeClosed(firstYear(asOf), year).boxed().toList();
    }

    private static int firstYear(LocalDate asOf) {
        return asOf.plusDays(1).getYear();
    }

    private static BigDecimal share(String typed) {
        var percent = percent(typed);
        if (percent.signum() == 0 || percent.compareTo(ALL) >= 0) {
            throw new Refused(ReportRefusal.SHARE_OUT_OF_RANGE, typed);
        }
        return percent;
    }

    private static BigDecimal growth(String typed) {
        var percent = percent(typed);
        if (percent.compareTo(MOST_GROWTH) > 0) {
            throw new Refused(ReportRefusal.GROWTH_OUT_OF_RANGE, typed, MOST_GROWTH.intValue());
        }
        return percent;
    }

    private static int year(String typed, int first) {
        int year = typed.matches("[0-9]{4}") ? Integer.parseInt(typed) : 0;
        if (year < first || year >= first + MOST_YEARS) {
            throw new Refused(
                    ReportRefusal.TARGET_YEAR_OUT_OF_RANGE,
                    Shortened.text(typed, SHOWN),
                    Integer.toString(first),
                    Integer.toString(first + MOST_YEARS - 1));
        }
        return year;
    }

    private static BigDecimal percent(String typed) {
        if (!PERCENT.matcher(typed).matches()) {
            throw new Refused(ReportRefusal.NOT_A_PERCENT, Shortened.text(typed, SHOWN));
        }
        return Ratios.trimmed(new BigDecimal(typed.replace(',', '.')));
    }
}
