package org.dongvon.capital.claim;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Shortened;

/**
 * The year or quarter that a claim is for: {@code 2024}, {@code 2024-Q2}.
 *
 * @param quarter 0 for the whole year
 */
record ClaimPeriod(int year, int quarter) {

    private static final int FIRST_YEAR = 2002;
    private static final int LAST_YEAR = 2200;
    private static final int MONTHS = 3;
    private static final int LONGEST = 20;
    private static final Pattern FORM = Pattern.compile("(\\d{4})(?:-Q([1-4]))?");

    /**
     * Reads one back.
     *
     * @throws Refused {@link CapitalRefusal#CLAIM_PERIOD_UNREADABLE}
     */
    static ClaimPeriod parse(String text) {
        var read = FORM.matcher(text.strip());
        if (!read.matches()) {
            throw unreadable(text);
        }
        int year = Integer.parseInt(read.group(1));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            throw unreadable(text);
        }
        return new ClaimPeriod(year, read.group(2) == null ? 0 : Integer.parseInt(read.group(2)));
    }

    private static Refused unreadable(String text) {
        return new Refused(CapitalRefusal.CLAIM_PERIOD_UNREADABLE, Shortened.text(text, LONGEST));
    }

    LocalDate first() {
        return LocalDate.of(year, quarter == 0 ? 1 : MONTHS * quarter - 2, 1);
    }

    @Override
    public String toString() {
        return quarter == 0 ? Integer.toString(year) : year + "-Q" + quarter;
    }
}
