package org.dongvon.programme;

import org.dongvon.engine.money.Dong;

/** How many loans a rate series touches; offered by {@code position}, which this module may not use. */
public interface SeriesReach {

    /** What follows the series now, in the transaction's scope. */
    Reach of(int seriesId);

    /**
     * Loans with principal on a series.
     *
     * @param loans how many
     * @param households of how many distinct households
     * @param inTerm their principal in term
     * @param overdue their overdue principal
     */
    record Reach(long loans, long households, Dong inTerm, Dong overdue) {}
}
