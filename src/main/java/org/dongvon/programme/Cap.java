package org.dongvon.programme;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * The most that may be lent (mức cho vay tối đa). Example: poor households, 100 000 000 đ a household from 1/3/2019.
 *
 * @param programme the programme's code
 * @param borrowers the class of borrowers or purpose, {@code ALL} for everybody
 * @param limit how much
 * @param validFrom its first day; null when it was not established
 * @param validTo the day after its last day; null while in force
 * @param basis its document
 */
public record Cap(
        String programme,
        String borrowers,
        Limit limit,
        @Nullable LocalDate validFrom,
        @Nullable LocalDate validTo,
        LegalBasis basis) {

    /** Whether it holds on a day. */
    public boolean holdsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }

    /**
     * An amount, or a share of the need.
     *
     * @param basis what it is counted by
     * @param amount in đồng, unless it is a share
     * @param percent of the need, when it is a share
     */
    public record Limit(
            CapBasis basis, @Nullable Dong amount, @Nullable Integer percent) {}
}
