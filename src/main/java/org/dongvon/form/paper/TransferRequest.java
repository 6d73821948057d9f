package org.dongvon.form.paper;

import org.dongvon.engine.money.Dong;
import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * GNCK, giấy đề nghị giải ngân bằng chuyển khoản: the borrower names the account to which the loan is paid. The account is written by hand
 * and entered afterwards.
 *
 * @param loan code of the loan
 * @param amount what is not paid out yet, and may be asked for
 */
public record TransferRequest(
        Letterhead letterhead,
        String office,
        Applicant borrower,
        GroupLine group,
        String loan,
        String programme,
        Dong amount)
        implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.TRANSFER_REQUEST;
    }

    @Override
    public String subject() {
        return loan;
    }
}
