package org.dongvon.loan.page;

import java.util.UUID;
import org.dongvon.loan.LoanMovement;
import org.dongvon.loan.explanation.Moved;
import org.jspecify.annotations.Nullable;

/** A movement of one part as posted: where in the books, and whether it was taken back. */
record PostedPart(
        Voucher voucher,
        int lineNo,
        LoanMovement.Kind kind,
        @Nullable UUID reverses,
        boolean undone,
        Moved moved) {

    /** The journal that holds it. */
    record Voucher(long journalId, String number) {}

    /** Whether it was in the books before a line was posted. */
    boolean isBefore(PostedPart line) {
        int byJournal = Long.compare(voucher.journalId(), line.voucher.journalId());
        return byJournal < 0 || (byJournal == 0 && lineNo < line.lineNo);
    }
}
