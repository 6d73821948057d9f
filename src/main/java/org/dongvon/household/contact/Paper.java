package org.dongvon.household.contact;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.dongvon.household.HouseholdRefusal;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Spelling;

/**
 * The paper on which a person said yes or no to messages.
 *
 * <p>Example: "01/TGTV số 12, hồ sơ tổ 3", signed on 18/04/2024.
 */
record Paper(String name, LocalDate signedOn) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 80;
    private static final Pattern NUMBER = Pattern.compile("\\d(?:[ .-]?\\d){8}");

    /**
     * The name of a paper as typed.
     *
     * @throws Refused {@link HouseholdRefusal#PAPER_NOT_NAMED}, {@link HouseholdRefusal#NOTE_HOLDS_NUMBER}
     */
    static String named(String typed) {
        var name = Spelling.ofLine(typed);
        if (name.length() < SHORTEST || name.length() > LONGEST) {
            throw new Refused(HouseholdRefusal.PAPER_NOT_NAMED, LONGEST);
        }
        if (NUMBER.matcher(name).find()) {
            throw new Refused(HouseholdRefusal.NOTE_HOLDS_NUMBER);
        }
        return name;
    }

    /** @throws Refused {@link HouseholdRefusal#PAPER_NOT_SIGNED_YET} */
    void requireSigned(LocalDate openDay) {
        if (signedOn.isAfter(openDay)) {
            throw new Refused(HouseholdRefusal.PAPER_NOT_SIGNED_YET, signedOn, openDay);
        }
    }

    /** @throws Refused {@link HouseholdRefusal#CONSENT_NOT_LATER} */
    void requireAfter(LocalDate newest) {
        if (signedOn.isBefore(newest)) {
            throw new Refused(HouseholdRefusal.CONSENT_NOT_LATER, newest);
        }
    }
}
