package org.dongvon.fee.rule;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;

/** Percentages as people type and read them, kept as whole numbers of their last decimal: 0,032 with six is 32 000. */
final class Percent {

    /** Hundredths of a percent. */
    static final int SHARES = 2;

    /** Units of 1e-8. */
    static final int RATES = 6;

    private static final Pattern TYPED = Pattern.compile("\\d{1,3}(?:[.,]\\d{1,6})?");

    private Percent() {}

    /**
     * Reads one.
     *
     * @throws Refused {@link FeeRefusal#RATE_OUTSIDE} when it is none, or has more decimals
     */
    static long parse(String typed, int decimals) {
        var text = typed.replace("%", "").strip();
        if (!TYPED.matcher(text).matches()) {
            throw new Refused(FeeRefusal.RATE_OUTSIDE);
        }
        var units =
                new BigDecimal(text.replace(',', '.')).movePointRight(decimals).stripTrailingZeros();
        if (units.scale() > 0) {
            throw new Refused(FeeRefusal.RATE_OUTSIDE);
        }
        return units.longValueExact();
    }

    /** Writes one without its sign: {@code 0,032}. */
    static String show(Formats formats, long units, int decimals) {
        return formats.ratio(of(units, decimals));
    }

    static BigDecimal of(long units, int decimals) {
        return BigDecimal.valueOf(units, decimals).stripTrailingZeros();
    }
}
