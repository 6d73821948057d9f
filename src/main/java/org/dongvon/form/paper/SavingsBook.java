package org.dongvon.form.paper;

import java.time.LocalDate;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * Sổ tiền gửi có kỳ hạn: what a resident deposited for how long at which rate.
 *
 * @param letterhead its number is that of the book
 * @param check what the book is checked by
 */
public record SavingsBook(Letterhead letterhead, Saver saver, Terms terms, Check check) implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.SAVINGS_BOOK;
    }

    @Override
    public String subject() {
        return letterhead.number();
    }

    /** Whose it is, with the masked number of the card. */
    public record Saver(String name, String identity, String address) {}

    /**
     * What was agreed on.
     *
     * @param atMaturity RENEW or PAY
     */
    public record Terms(Dong amount, int months, AnnualRate rate, LocalDate maturesOn, String atMaturity) {

        public boolean isRenewed() {
            return atMaturity.equals("RENEW");
        }
    }

    /**
     * What the book is checked by.
     *
     * @param mark the mark of its amount
     * @param picture the address of its page as a QR code: a {@code data:image/png} address
     */
    public record Check(String mark, String picture) {}
}
