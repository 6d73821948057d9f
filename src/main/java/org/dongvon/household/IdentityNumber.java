package org.dongvon.household;

import org.dongvon.shared.Refused;

/**
 * A citizen's identity number (số CCCD): 12 digits, the first three its province; or the 9 digits of the old card, which
 * is flagged and has to be replaced. Invented people have province 000.
 */
public record IdentityNumber(String digits) {

    /**
     * The number as on the card.
     *
     * @throws Refused {@link HouseholdRefusal#IDENTITY_NUMBER_NOT_12_DIGITS}
     */
    public IdentityNumber {
        if (!digits.matches("[0-9]{12}|[0-9]{9}")) {
            throw new Refused(HouseholdRefusal.IDENTITY_NUMBER_NOT_12_DIGITS, digits.length());
        }
    }

    /**
     * A number as it is typed, with or without spaces, dots or hyphens.
     *
     * @throws Refused {@link HouseholdRefusal#IDENTITY_NUMBER_NOT_12_DIGITS}
     */
    public static IdentityNumber typed(String text) {
        return new IdentityNumber(text.replaceAll("[\\s.-]", ""));
    }

    String last4() {
        return digits.substring(digits.length() - 4);
    }

    /** What is shown without a purpose: {@code •••• •••• 0416}. */
    public static String masked(String last4) {
        return "•••• •••• " + last4;
    }

    @Override
    public String toString() {
        return masked(last4());
    }
}
