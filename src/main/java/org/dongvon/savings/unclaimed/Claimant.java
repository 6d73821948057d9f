package org.dongvon.savings.unclaimed;

import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.unclaimed.Unclaimed.Receiver;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Spelling;

/**
 * Who comes for an unclaimed deposit, by which paper: the owner's identity paper, or what shows that an heir inherits.
 */
public record Claimant(Receiver receiver, String name, String paper) {

    private static final int SHORTEST = 2;
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_PAPER = 80;

    /**
     * A name and a paper.
     *
     * @throws Refused {@link SavingsRefusal#CLAIMANT_WORDS}
     */
    public Claimant {
        name = Spelling.ofLine(name);
        paper = Spelling.ofLine(paper);
        if (name.length() < SHORTEST
                || name.length() > LONGEST_NAME
                || paper.length() < SHORTEST
                || paper.length() > LONGEST_PAPER) {
            throw new Refused(SavingsRefusal.CLAIMANT_WORDS, SHORTEST, LONGEST_NAME, LONGEST_PAPER);
        }
    }
}
