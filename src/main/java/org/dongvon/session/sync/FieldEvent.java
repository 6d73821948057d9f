package org.dongvon.session.sync;

import java.util.List;
import java.util.UUID;
import org.dongvon.session.sheet.SheetLine;
import org.jspecify.annotations.Nullable;

/**
 * One thing that was signed for in the field, read from its text.
 *
 * @param body the text that was signed, to the letter
 */
@SuppressWarnings("ArrayRecordComponent")
record FieldEvent(Head head, Content content, String body, byte[] hash, byte[] signature) {

    enum Kind {
        /** A group head's list. */
        SHEET,
        /** A payment at the counter. */
        COUNTER,
        /** Loans paid out. */
        PAYOUT,
        /** Savings that a member drew. */
        WITHDRAWAL,
        /** A commission or an association's fee. */
        FEE,
        /** The day is over on this device. */
        HAND_IN
    }

    /** Which event it is. */
    @SuppressWarnings("ArrayRecordComponent")
    record Head(UUID id, long device, long session, int seq, byte[] previous) {}

    /** What it says. */
    record Content(
            Kind kind,
            @Nullable Long group,
            List<Line> lines,
            @Nullable Totals totals) {}

    /** Control totals of a device's day. */
    record Totals(int lines, long interest, long saving, long principal, long paidOut) {}

    /**
     * One line.
     *
     * @param counts which provisional lines of the group's head it counts
     */
    record Line(int number, UUID id, Whose whose, Money money, String note, List<UUID> counts) {

        Line {
            counts = List.copyOf(counts);
        }

        /** What it brought into the teller's box. */
        long cash() {
            return money.interest() + money.saving() + money.principal() - money.paidOut();
        }

        boolean isEmpty() {
            return money.equals(Money.NONE);
        }
    }

    /** Member and loan; a deposit has no loan, a direct loan no member, and a due of fees neither. */
    record Whose(
            @Nullable Long member,
            @Nullable Long loan,
            @Nullable Long due) {}

    /** Whole đồng: three kinds received, one paid out. */
    record Money(long interest, long saving, long principal, long paidOut) {
        static final Money NONE = new Money(0, 0, 0, 0);
    }

    SheetLine.Payer payer() {
        return content.kind() == Kind.SHEET ? SheetLine.Payer.GROUP_HEAD : SheetLine.Payer.BORROWER;
    }
}
