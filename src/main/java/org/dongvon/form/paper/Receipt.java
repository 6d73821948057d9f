package org.dongvon.form.paper;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * 01/BL, biên lai thu lãi, thu tiền gửi: one line of a voucher, two copies on one sheet.
 *
 * @param payer whose money it is
 * @param money what was taken in
 * @param loan the loan; none for a deposit alone
 * @param check what the receipt is checked by
 * @param issue by whom it is handed out, and for the how manieth time
 */
public record Receipt(
        Letterhead letterhead, Payer payer, @Nullable Loan loan, Money money, Check check, Issue issue)
        implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.RECEIPT;
    }

    @Override
    public String subject() {
        return letterhead.number();
    }

    /** Whose payment it is, with the masked number of the card; {@code delegate} is who brought it in their stead. */
    public record Payer(
            String name,
            String identity,
            String address,
            String group,
            @Nullable Delegate delegate) {

        /** Who signs: whoever hands the money over. */
        public String signs() {
            return delegate == null ? name : delegate.name();
        }
    }

    /** Who brought the money, and what they are to the payer. */
    public record Delegate(String name, String relation) {}

    /**
     * The handing out.
     *
     * @param teller who took the money in
     * @param note what the teller wrote beside the line; empty for none
     * @param reprint 0 on the original; 1, 2, … on what is printed again
     */
    public record Issue(String teller, String note, int reprint) {}

    /** The loan, and what is left of it. */
    public record Loan(String code, String programme, Dong remaining) {}

    /**
     * By kind.
     *
     * @param interestUntil interest is of the days before this one
     */
    public record Money(Dong interest, Dong principal, Dong deposit, LocalDate interestUntil) {

        public Dong total() {
            return interest.plus(principal).plus(deposit);
        }
    }

    /**
     * What the receipt is checked by.
     *
     * @param mark the mark of its amounts
     * @param picture the address of its page as a QR code: a {@code data:image/png} address
     */
    public record Check(String mark, String picture) {}
}
