package org.dongvon.report.figures;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Shortened;

/**
 * A number as Vietnamese print has it: dots group by threes, a comma is the decimal mark, a minus stands before. Digits
 * that are not grouped at all are read too. Examples: {@code 242.780} is 242780, {@code 3,52} is 3.52 with two decimals;
 * {@code 242.78}, {@code 1,234.5}, {@code 1e9}, {@code −0} and {@code +5} are none.
 *
 * @param decimals how many digits were printed after the comma, zeros included
 */
record PrintedNumber(BigDecimal value, int decimals) {

    private static final Pattern PRINTED =
            Pattern.compile("([-−]?)(0|[1-9][0-9]{0,2}(?:\\.[0-9]{3})+|[1-9][0-9]{0,17})(?:,([0-9]{1,9}))?");
    private static final int LONGEST = 40;

    /** @throws Refused {@link FigureRefusal#NOT_PRINTED_NUMBER}, {@link FigureRefusal#TOO_LARGE} */
    static PrintedNumber parse(String printed) {
        var parts = PRINTED.matcher(printed);
        if (!parts.matches()) {
            throw new Refused(FigureRefusal.NOT_PRINTED_NUMBER, Shortened.text(printed, LONGEST));
        }
        if (printed.length() > LONGEST) {
            throw new Refused(FigureRefusal.TOO_LARGE, Shortened.text(printed, LONGEST));
        }
        var decimals = parts.group(3) == null ? "" : parts.group(3);
        var value = new BigDecimal(parts.group(2).replace(".", "") + "." + decimals + "0");
        boolean negative = !parts.group(1).isEmpty();
        if (negative && value.signum() == 0) {
            throw new Refused(FigureRefusal.NOT_PRINTED_NUMBER, printed);
        }
        return new PrintedNumber(
                value.setScale(decimals.length(), java.math.RoundingMode.UNNECESSARY)
                        .multiply(negative ? BigDecimal.ONE.negate() : BigDecimal.ONE),
                decimals.length());
    }
}
