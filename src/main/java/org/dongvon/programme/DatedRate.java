package org.dongvon.programme;

import java.time.LocalDate;
import org.dongvon.document.Mark;
import org.dongvon.engine.interest.RateChange;
import org.jspecify.annotations.Nullable;

/**
 * A row of a rate series with its law. Example: from 1/12/2025 poor households pay 6.24 %, overdue 8.112 %, by Decision
 * 2553/QĐ-TTg, for new and existing loans.
 *
 * @param change from when, in term and overdue
 * @param appliesTo which loans the decision is for
 * @param dayMark how sure the first day is; the basis says how sure the rate is
 * @param basis its document
 * @param late when it was entered, if that was after its first day (retroactive)
 */
public record DatedRate(
        RateChange change,
        AppliesTo appliesTo,
        Mark dayMark,
        LegalBasis basis,
        @Nullable Late late) {

    /**
     * When a retroactive row became known.
     *
     * @param enteredOn the open day on which it was approved
     * @param afterJournal journals with a lower identifier were posted before
     */
    public record Late(LocalDate enteredOn, long afterJournal) {}

    /** Whether the overdue rate is 130 % of the in-term rate, as everywhere unless the law says otherwise. */
    public boolean hasUsualOverdueRate() {
        return change.equals(RateChange.of(change.from(), change.inTerm()));
    }
}
