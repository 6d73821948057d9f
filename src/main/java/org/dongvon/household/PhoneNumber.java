package org.dongvon.household;

import org.dongvon.shared.Refused;

/**
 * A mobile number of Vietnam (số điện thoại di động): 10 digits that begin with 03, 05, 07, 08 or 09. Landlines get no
 * messages.
 *
 * <p>Example: {@code +84 912 345 678} is read as {@code 0912345678} and shown as {@code •••• ••• 678}.
 */
public record PhoneNumber(String digits) {

    private static final int SHOWN = 3;

    /**
     * The ten digits.
     *
     * @throws Refused {@link HouseholdRefusal#PHONE_NOT_MOBILE}
     */
    public PhoneNumber {
        if (!digits.matches("0[35789][0-9]{8}")) {
            throw new Refused(HouseholdRefusal.PHONE_NOT_MOBILE);
        }
    }

    /**
     * A number as it is typed: with or without spaces, dots or hyphens, with 0, 84 or +84 before it.
     *
     * @throws Refused {@link HouseholdRefusal#PHONE_NOT_MOBILE}
     */
    public static PhoneNumber typed(String text) {
        return new PhoneNumber(text.replaceAll("[\\s.-]", "").replaceFirst("^(\\+84|84(?=[0-9]{9}$))0?", "0"));
    }

    /** As networks write it: {@code 84912345678}. */
    public static String international(String digits) {
        return "84" + digits.substring(1);
    }

    String last3() {
        return digits.substring(digits.length() - SHOWN);
    }

    /** What is shown without a purpose: {@code •••• ••• 678}. */
    public static String masked(String last3) {
        return "•••• ••• " + last3;
    }

    /** All digits in groups, where the person asked for them: {@code 0912 345 678}. */
    public String shown() {
        return digits.substring(0, 4) + " " + digits.substring(4, 7) + " " + digits.substring(7);
    }

    @Override
    public String toString() {
        return masked(last3());
    }
}
