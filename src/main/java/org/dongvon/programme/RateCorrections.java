package org.dongvon.programme;

import java.time.LocalDate;
import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Actor;

/**
 * Corrects what loans counted with an index that a retroactive row changes; offered by {@code loan}, which this module
 * may not use.
 */
public interface RateCorrections {

    /** An identifier that every journal posted so far is below, and every later one above. */
    long mark();

    /** What the correction would write and what the change makes of the interest owed, in the transaction's scope. */
    Effect effect(Retroactive change);

    /**
     * Writes the corrections of all loans that moved since the row's first day, on the open day of each office. The
     * caller holds the business days of all offices, exclusively.
     *
     * @param approval the submission that approved the change
     * @return how many loans were corrected
     */
    long correct(Actor checker, Retroactive change, UUID approval);

    /**
     * A retroactive row, the last one of its series.
     *
     * @param seriesId the series
     * @param from its first day
     * @param inTerm what it adds to the rate in term, in 10^-8 a year; negative for a cut
     * @param overdue likewise of the overdue rate
     */
    record Retroactive(int seriesId, LocalDate from, long inTerm, long overdue) {}

    /**
     * What a retroactive row does, up to the latest open day.
     *
     * @param corrected loans whose constants it corrects
     * @param closed those of them that are closed: what they paid too much is to be refunded
     * @param difference what it adds to the interest owed of all loans of the series, rounded once
     */
    record Effect(long corrected, long closed, Dong difference) {}
}
