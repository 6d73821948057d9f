package org.dongvon.loan.risk;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A dossier as the rules look at it.
 *
 * @param round on whose list it stands, if on any
 */
public record Dossier(
        long id,
        String code,
        Place place,
        OfLoan loan,
        RiskRules.Asked asked,
        Step step,
        @Nullable String round) {

    /** Where it belongs, and the open day there. */
    public record Place(long pointId, long officeId, LocalDate today) {}

    /** The loan it is about: whether it still runs, and its last freeze. */
    record OfLoan(long id, String code, boolean active, RiskRules.Before before) {}
}
