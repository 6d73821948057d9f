package org.dongvon.capital.claim;

import java.time.LocalDate;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Spelling;

/** A document of a claim: its amount, its number and its day. */
record Paper(Dong amount, String number, LocalDate dated) {

    private static final int SHORTEST = 2;
    private static final int LONGEST = 80;

    Paper {
        number = Spelling.ofLine(number);
    }

    static Paper of(Facts wanted) {
        return new Paper(wanted.dongOf("amount"), wanted.textOf("document"), wanted.dateOf("on"));
    }

    Facts facts() {
        return Facts.none().dong("amount", amount).text("document", number).date("on", dated);
    }

    /**
     * Refuses what no document says.
     *
     * @throws Refused {@link CapitalRefusal#CLAIM_DOCUMENT_WORDS}, {@link CapitalRefusal#DAY_NOT_YET}
     */
    void require(LocalDate today) {
        if (number.length() < SHORTEST || number.length() > LONGEST) {
            throw new Refused(CapitalRefusal.CLAIM_DOCUMENT_WORDS, SHORTEST, LONGEST);
        }
        if (dated.isAfter(today)) {
            throw new Refused(CapitalRefusal.DAY_NOT_YET, dated, today);
        }
    }

    void requirePositive() {
        if (!amount.isPositive()) {
            throw new Refused(CapitalRefusal.AMOUNT_NOT_POSITIVE);
        }
    }
}
