package org.dongvon.position;

import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;

/**
 * What one programme, association and capital contract have out with borrowers of a unit, in one state.
 *
 * @param programmeId number of the credit programme
 * @param association code of the association whose groups carry the loans; {@code NONE} for direct lending
 * @param contractId the capital contract the loans are drawn on
 * @param part in term, overdue, frozen or written off
 * @param principal whole đồng
 */
public record Cell(int programmeId, String association, long contractId, Part part, Dong principal) {

    /** Whether it counts as outstanding: written-off principal is remembered, but does not. */
    public boolean isOutstanding() {
        return part != Part.WRITTEN_OFF;
    }
}
