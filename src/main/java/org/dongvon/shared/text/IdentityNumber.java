package org.dongvon.shared.text;

/**
 * Identity numbers on screens and paper: grouped by fours, and masked to the last four digits, which are enough to find
 * a person again: {@code 0000 8400 0999}, {@code •••• •••• 0999}.
 */
public final class IdentityNumber {

    private static final int SHOWN = 4;

    private IdentityNumber() {}

    /** All digits, for the counter where the card is on the desk. */
    public static String shown(String digits) {
        return grouped(digits);
    }

    /** The last four digits. */
    public static String masked(String digits) {
        int hidden = Math.max(0, digits.length() - SHOWN);
        return grouped("•".repeat(hidden) + digits.substring(hidden));
    }

    private static String grouped(String digits) {
        var text = new StringBuilder();
        for (int i = 0; i < digits.length(); i++) {
            // From the right, so that the shown digits stay together whatever the length.
            if (i > 0 && (digits.length() - i) % SHOWN == 0) {
                text.append(' ');
            }
            text.append(digits.charAt(i));
        }
        return text.toString();
    }
}
