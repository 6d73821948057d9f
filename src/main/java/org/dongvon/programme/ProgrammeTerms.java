package org.dongvon.programme;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * How long and how a programme lends. Example: {@code ND28NHADAT} lends for at most 180 months, the first 60 without
 * principal, an instalment every 12, without security.
 *
 * @param rule what bounds the term
 * @param monthsMax the longest term in months, when the rule is months
 * @param instalmentMonths the usual months between instalments, the most usual first; empty where not established
 * @param principalFreeMonths months at the start without an instalment
 * @param security when security is needed
 * @param securityAbove the amount above which it is needed, when there is one
 */
public record ProgrammeTerms(
        TermRule rule,
        @Nullable Integer monthsMax,
        List<Integer> instalmentMonths,
        int principalFreeMonths,
        Security security,
        @Nullable Dong securityAbove) {

    public ProgrammeTerms {
        instalmentMonths = List.copyOf(instalmentMonths);
    }
}
