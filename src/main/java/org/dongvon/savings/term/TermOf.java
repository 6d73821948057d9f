package org.dongvon.savings.term;

import java.util.regex.Pattern;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.shared.Refused;

/** A term of an area, as requests and addresses name it: {@code VN:12}, {@code LECHAN:6}; the country's area is empty. */
record TermOf(String area, int months) {

    private static final Pattern TEXT = Pattern.compile("([A-Z0-9-]{1,20}):(\\d{1,2})");
    private static final String COUNTRY = "VN";
    private static final int LONGEST = 60;

    /** @throws Refused {@link SavingsRefusal#TERM_OUTSIDE} */
    static TermOf parse(String text) {
        var parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new Refused(SavingsRefusal.TERM_OUTSIDE);
        }
        int months = Integer.parseInt(parts.group(2));
        if (months < 1 || months > LONGEST) {
            throw new Refused(SavingsRefusal.TERM_OUTSIDE);
        }
        return new TermOf(parts.group(1).equals(COUNTRY) ? TermRates.Row.COUNTRY : parts.group(1), months);
    }

    boolean isCountry() {
        return area.equals(TermRates.Row.COUNTRY);
    }

    String shown() {
        return isCountry() ? COUNTRY : area;
    }
}
