package org.dongvon.report.capital;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What more local capital would do if it were lent as the loans of late.
 *
 * @param added in đồng
 * @param from the first day on which it can be lent
 * @param sharePercent the local share with it
 * @param averages which loans those are; none where neither books nor publications know any
 * @param made loans, households and jobs; none without averages
 * @param programmes the same by programme, at the mix of late; households of programmes do not add up
 */
public record WhatIf(
        long added,
        LocalDate from,
        @Nullable BigDecimal sharePercent,
        @Nullable Averages averages,
        @Nullable Made made,
        List<OfProgramme> programmes) {

    public WhatIf {
        programmes = List.copyOf(programmes);
    }

    /**
     * The loans that averages are made of.
     *
     * @param from the first day of their period
     * @param through its last day
     */
    public record Averages(LendingAverages.Basis basis, LocalDate from, LocalDate through, Lent lent) {}

    /** Loans, households and jobs; no households where nobody counted them. */
    public record Made(long loans, @Nullable Long households, long jobs) {}

    /**
     * What becomes of the money in a programme.
     *
     * @param amount its part of the money
     * @param lent what the programme lent of late
     */
    public record OfProgramme(String programme, long amount, Made made, Lent lent) {}
}
