package org.dongvon.programme;

/** How many loans and households a programme has; offered by {@code position}, which this module may not use. */
public interface ProgrammeReach {

    /** As of the last close of each office, in the transaction's scope. */
    Reach of(int programmeId);

    /**
     * Loans with principal outstanding.
     *
     * @param loans how many
     * @param households of how many distinct households
     */
    record Reach(long loans, long households) {}
}
