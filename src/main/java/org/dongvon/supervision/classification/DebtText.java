package org.dongvon.supervision.classification;

import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Spelling;

/** Texts of the classification in one spelling. */
final class DebtText {

    static final int SHORTEST = 3;
    static final int LONGEST_NOTE = 300;
    static final int LONGEST_MINUTES = 200;

    private DebtText() {}

    /**
     * The text as it is kept.
     *
     * @throws Refused {@link DebtRefusal#DEBT_TEXT_LENGTH}
     */
    static String spelled(String typed, int longest) {
        var text = Spelling.ofLine(typed);
        if (text.length() < SHORTEST || text.length() > longest) {
            throw new Refused(DebtRefusal.DEBT_TEXT_LENGTH, SHORTEST, longest);
        }
        return text;
    }
}
