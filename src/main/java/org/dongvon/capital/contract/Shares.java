package org.dongvon.capital.contract;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Shortened;
import org.jspecify.annotations.Nullable;

/**
 * How the interest collected on the money of a contract is distributed, in hundredths of a percent that sum to 10 000.
 *
 * <p>Example: 30 % to the risk provision, 50 % to the bank, 15 % to the boards and 5 % added to the capital are 3 000, 5 000,
 * 1 500 and 500.
 *
 * @param risk to the risk provision
 * @param fee to the bank for managing it
 * @param boards to the boards and bodies that manage it
 * @param added added to the capital
 */
record Shares(int risk, int fee, int boards, int added) {

    static final int WHOLE = 10_000;
    private static final Pattern PERCENT = Pattern.compile("(\\d{1,3})(?:[.,](\\d{1,2}))?\\s*%?");
    private static final int LONGEST = 20;

    /** @throws Refused {@link CapitalRefusal#DISTRIBUTION_NOT_WHOLE} */
    Shares {
        if (risk + fee + boards + added != WHOLE) {
            throw new Refused(CapitalRefusal.DISTRIBUTION_NOT_WHOLE, written(risk + fee + boards + added));
        }
    }

    /**
     * A share as it is typed, such as 12,5 or 12.5 %; none when nothing is typed.
     *
     * @throws Refused {@link CapitalRefusal#SHARE_UNREADABLE}
     */
    static @Nullable Integer parse(String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return null;
        }
        var match = PERCENT.matcher(text);
        if (!match.matches()) {
            throw new Refused(CapitalRefusal.SHARE_UNREADABLE, Shortened.text(text, LONGEST));
        }
        var part = match.group(2) == null ? "00" : (match.group(2) + "0").substring(0, 2);
        int hundredths = Integer.parseInt(match.group(1)) * 100 + Integer.parseInt(part);
        if (hundredths > WHOLE) {
            throw new Refused(CapitalRefusal.SHARE_UNREADABLE, Shortened.text(text, LONGEST));
        }
        return hundredths;
    }

    /** As people read it: 1250 is {@code 12.5 %}. */
    static String written(int hundredths) {
        return BigDecimal.valueOf(hundredths, 2).stripTrailingZeros().toPlainString() + " %";
    }
}
