package org.dongvon.supervision.reconciliation;

import java.time.LocalDate;
import java.util.Objects;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Spelling;
import org.jspecify.annotations.Nullable;

/**
 * What a member says of a line, and why that differs from the books where it does.
 *
 * @param why nothing where both are the same
 */
public record Said(int line, Balance balance, @Nullable Why why) {

    /** Principal, interest and deposit, of the books or as a member says. */
    public record Balance(Dong principal, Dong interest, Dong deposit) {

        /** How far this is from the books; below zero where the member says less. */
        public Balance minus(Balance book) {
            return new Balance(
                    principal.minus(book.principal), interest.minus(book.interest), deposit.minus(book.deposit));
        }

        public boolean isZero() {
            return principal.isZero() && interest.isZero() && deposit.isZero();
        }
    }

    /**
     * A difference explained: who sees to it, and until when.
     */
    public record Why(DifferenceCause cause, String responsible, LocalDate deadline) {

        private static final int SHORTEST_NAME = 3;
        private static final int LONGEST_NAME = 100;

        /**
         * The explanation with its name in one spelling.
         *
         * @throws Refused {@link ReconciliationRefusal#DIFFERENCE_OF_NOBODY}, {@link
         *     ReconciliationRefusal#RECONCILED_TEXT_LONG}
         */
        public Why {
            responsible = spelled(responsible, LONGEST_NAME);
            if (responsible.length() < SHORTEST_NAME) {
                throw new Refused(ReconciliationRefusal.DIFFERENCE_OF_NOBODY);
            }
        }
    }

    /**
     * Refuses what does not fit the books of the line on the open day.
     *
     * @throws Refused {@link ReconciliationRefusal#DIFFERENCE_UNEXPLAINED}, {@link
     *     ReconciliationRefusal#DIFFERENCE_IS_NONE}, {@link ReconciliationRefusal#DIFFERENCE_LATE_FROM_THE_START}
     */
    void require(Balance book, LocalDate today) {
        boolean same = balance.minus(book).isZero();
        if (!same && why == null) {
            throw new Refused(ReconciliationRefusal.DIFFERENCE_UNEXPLAINED, line);
        }
        if (same && why != null) {
            throw new Refused(ReconciliationRefusal.DIFFERENCE_IS_NONE, line);
        }
        if (why != null && why.deadline().isBefore(today)) {
            throw new Refused(ReconciliationRefusal.DIFFERENCE_LATE_FROM_THE_START, why.deadline(), today);
        }
    }

    String content() {
        return line + "\t" + balance + "\t" + Objects.toString(why, "");
    }

    static String spelled(String text, int longest) {
        var tidy = Spelling.ofLine(text);
        if (tidy.length() > longest) {
            throw new Refused(ReconciliationRefusal.RECONCILED_TEXT_LONG, longest);
        }
        return tidy;
    }
}
