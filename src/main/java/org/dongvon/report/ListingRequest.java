package org.dongvon.report;

import java.time.LocalDate;
import org.dongvon.organisation.Unit;
import org.jspecify.annotations.Nullable;

/**
 * What a list is asked for.
 *
 * @param unit the place, with all below it
 * @param asOf the business day at whose end the rows stand
 * @param filter which of its rows
 */
public record ListingRequest(Unit unit, LocalDate asOf, Filter filter) {

    /** All rows of a unit. */
    public static ListingRequest of(Unit unit, LocalDate asOf) {
        return new ListingRequest(unit, asOf, Filter.NONE);
    }

    /**
     * Codes that rows must have; empty ones filter nothing.
     *
     * @param prefix how a row's own code begins
     * @param overdue with or without overdue principal; both when nothing is said
     */
    public record Filter(
            String prefix,
            String programme,
            String group,
            String point,
            @Nullable Boolean overdue) {

        /** Lets everything through. */
        public static final Filter NONE = new Filter("", "", "", "", null);
    }
}
