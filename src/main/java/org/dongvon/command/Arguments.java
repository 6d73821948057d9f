package org.dongvon.command;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.DateInput;
import org.dongvon.shared.text.MoneyInput;

/**
 * Values of options as scripts write them: whole đồng in digits, days as 2026-11-23. Stricter than the fields of a page,
 * which also take 1,5tr and 23/11/2026; a value that a page would refuse is refused by the same rule.
 */
final class Arguments {

    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");
    private static final Pattern FEW_DIGITS = Pattern.compile("[0-9]{1,9}");
    private static final Pattern ISO = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final int LONGEST = 40;

    private Arguments() {}

    static Dong dong(String option, String typed) {
        if (DIGITS.matcher(typed).matches()) {
            return Dong.of(Long.parseLong(typed));
        }
        MoneyInput.parse(typed);
        throw new Refused(CommandRefusal.NOT_WHOLE_DONG, option, shortened(typed));
    }

    static LocalDate day(String option, String typed) {
        if (!ISO.matcher(typed).matches()) {
            throw new Refused(CommandRefusal.NOT_ISO_DATE, option, shortened(typed));
        }
        return DateInput.parse(typed);
    }

    static int number(String option, String typed, int least, int most) {
        int number = FEW_DIGITS.matcher(typed).matches() ? Integer.parseInt(typed) : -1;
        if (number < least || number > most) {
            throw new Refused(CommandRefusal.NOT_IN_RANGE, option, shortened(typed), least, most);
        }
        return number;
    }

    private static String shortened(String typed) {
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST) + "…";
    }
}
