package org.dongvon.loan.risk;

import java.text.Normalizer;
import org.dongvon.shared.Refused;

/** What people write in their own words, in one spelling. */
final class Said {

    static final int SHORTEST = 5;
    static final int REASON = 300;

    private Said() {}

    /**
     * The words as they are kept.
     *
     * @throws Refused {@link RiskRefusal#RISK_INCOMPLETE}
     */
    static String of(String typed, int shortest, int longest) {
        var said = plain(typed);
        if (said.length() < shortest || said.length() > longest) {
            throw new Refused(RiskRefusal.RISK_INCOMPLETE);
        }
        return said;
    }

    /**
     * Why a dossier does not go on.
     *
     * @throws Refused {@link RiskRefusal#RISK_NEEDS_REASON}
     */
    static String reason(String typed) {
        var said = plain(typed);
        if (said.length() < SHORTEST || said.length() > REASON) {
            throw new Refused(RiskRefusal.RISK_NEEDS_REASON, REASON);
        }
        return said;
    }

    /** PostgreSQL keeps no NUL; nobody types one. */
    private static String plain(String typed) {
        return Normalizer.normalize(typed.replace("\0", "").strip(), Normalizer.Form.NFC);
    }
}
