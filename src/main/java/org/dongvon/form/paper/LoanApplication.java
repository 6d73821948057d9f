package org.dongvon.form.paper;

import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * 01/TD, giấy đề nghị vay vốn kiêm phương án sử dụng vốn: the household's application with its plan, and the bank's approval.
 *
 * @param office to whom it is written
 * @param decision the second part; empty lines are printed for it while there is none
 */
public record LoanApplication(
        Letterhead letterhead,
        String programme,
        String office,
        Applicant borrower,
        GroupLine group,
        LoanAsk ask,
        @Nullable BankDecision decision)
        implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.APPLICATION;
    }

    @Override
    public String subject() {
        return borrower.name();
    }
}
