package org.dongvon.loan.application;

import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * What an office may lend out of.
 *
 * @param contract the code of the capital contract
 * @param owner who entrusts it
 * @param free what of the allotment is neither lent nor promised
 * @param use what the contract allows
 */
public record SourceOfMoney(long allotmentId, String contract, String owner, Dong free, Use use) {

    /** Whether a loan of the application may be of this money, and how much of it. */
    public boolean allows(Dong amount) {
        var cap = use.cap;
        return isAllowed() && !amount.isMoreThan(free) && (cap == null || !amount.isMoreThan(cap));
    }

    /** Whether its contract allows the application's programme, at its point. */
    public boolean isAllowed() {
        return use.ofProgramme && use.ofArea;
    }

    /**
     * What the contract allows.
     *
     * @param ofProgramme whether the application's programme is among its programmes
     * @param ofArea whether the application's point lies in its area
     * @param cap the most that one loan of it may be
     * @param seriesId the rate series of its own
     */
    public record Use(
            boolean ofProgramme,
            boolean ofArea,
            @Nullable Dong cap,
            @Nullable Integer seriesId) {}
}
