package org.dongvon.loan;

import java.util.UUID;
import org.dongvon.engine.interest.InterestLine;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * What one posted line does to one part of a loan.
 *
 * @param line the line that says it, with its number in the journal
 * @param loan the loan it belongs to
 * @param delta added to the part's principal and constant
 * @param interest interest taken, whole đồng; negative when a line is taken back
 * @param reverses the line it takes back, if any
 */
public record LoanMovement(
        Line line,
        LoanHeader loan,
        int seriesId,
        Part part,
        Kind kind,
        InterestLine delta,
        Dong interest,
        @Nullable UUID reverses) {

    /** A line of a journal: made by the client, and the unit of exactly once. */
    public record Line(UUID id, int number) {}

    /** Why a balance moved. */
    public enum Kind {
        DISBURSEMENT,
        REPAYMENT,
        TO_OVERDUE,
        FROM_OVERDUE,
        TO_FROZEN,
        FROM_FROZEN,
        WRITE_OFF,
        RECOVERY,
        RATE_CORRECTION,
        ROUNDING,
        REVERSAL,
        NEW_SERIES,
        /** Out of the money of a contract, by decision. */
        FROM_SOURCE,
        /** Into the money of another. */
        TO_SOURCE,
        /** What was paid too much, used elsewhere. */
        CREDIT
    }

    /** Principal added to the part; negative when repaid. */
    public Dong principal() {
        return new Dong(delta.principal());
    }
}
