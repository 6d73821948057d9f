package org.dongvon.report.capital;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What local capital lacks to reach a share, exact to the đồng, HALF_UP.
 *
 * <p>Example: 233.2 billion of 6 625 billion, to reach 10.8 %. While the total stays, 10.8 % is 715.5 billion, so 482.3
 * billion are missing. As each added đồng is in the total too, x must solve (233.2 + x) / (6 625 + x) = 10.8 %, which is
 * 482.3 / 0.892 = 540 695 067 265 đồng.
 *
 * @param constantTotal while the total stays as it is
 * @param growingTotal when what is added is in the total too
 */
record ShareGap(long constantTotal, long growingTotal) {

    private static final BigDecimal WHOLE = BigDecimal.valueOf(100);

    /** The gap of a local capital in a total to a share in hundredths of a percent, less than all. */
    static ShareGap of(long local, long total, long hundredths) {
        return of(local, total, BigDecimal.valueOf(hundredths, 2));
    }

    /** The gap of a local capital in a total to a share in percent, less than all. */
    static ShareGap of(long local, long total, BigDecimal percent) {
        if (percent.signum() < 0 || percent.compareTo(WHOLE) >= 0) {
            throw new IllegalArgumentException("a share between nothing and all: " + percent);
        }
        var missing = BigDecimal.valueOf(total)
                .multiply(percent)
                .subtract(BigDecimal.valueOf(local).multiply(WHOLE));
        return new ShareGap(divided(missing, WHOLE), divided(missing, WHOLE.subtract(percent)));
    }

    private static long divided(BigDecimal numerator, BigDecimal denominator) {
        return numerator.divide(denominator, 0, RoundingMode.HALF_UP).longValueExact();
    }
}
