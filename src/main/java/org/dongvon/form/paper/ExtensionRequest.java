package org.dongvon.form.paper;

import java.time.LocalDate;
import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * 09/TD, giấy đề nghị gia hạn nợ: the final day of a loan is asked to move.
 *
 * @param office to whom it is written
 * @param group none of a loan made directly
 * @param director who signs for the bank; empty when written by hand
 */
public record ExtensionRequest(
        Letterhead letterhead,
        String office,
        Applicant borrower,
        @Nullable GroupLine group,
        LoanLine loan,
        Extension extension,
        String reason,
        String director)
        implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.EXTENSION_REQUEST;
    }

    @Override
    public String subject() {
        return loan.code();
    }

    /** How much is to be extended, by how many months, and to which day. */
    public record Extension(Dong principal, Dong interestOwed, int months, LocalDate asked) {}
}
