package org.dongvon.session.sheet;

import java.util.UUID;
import org.dongvon.engine.money.Dong;
import org.jspecify.annotations.Nullable;

/**
 * One member's line of a sheet.
 *
 * @param lineId made by the client: posted at most once, however often it is sent
 * @param loanId the loan that interest and principal are for; none when the member only saves
 * @param saving deposit of the member
 * @param payer who brought the principal: a group head never does
 */
public record SheetLine(
        UUID lineId, long memberId, @Nullable Long loanId, Dong interest, Dong saving, Dong principal, Payer payer) {

    /** Who hands the money over. */
    public enum Payer {
        /** The group head, for the group: interest and deposits only. */
        GROUP_HEAD,
        /** The borrower, in person at the counter. */
        BORROWER
    }

    /** Whether there is nothing to post: the member was absent. */
    public boolean isEmpty() {
        return interest.amount() == 0 && saving.amount() == 0 && principal.amount() == 0;
    }
}
