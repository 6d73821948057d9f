package org.dongvon.form.paper;

import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * 05b/GQVL, báo cáo thẩm định of a job loan: what was asked for as it was entered, what the officer looked at, and what is proposed.
 *
 * @param asked the application 01/GQVL
 * @param decision what was approved; empty lines are printed for it while there is nothing
 */
public record JobAppraisal(
        Letterhead letterhead,
        String application,
        JobLoanApplication asked,
        @Nullable BankDecision decision) implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.JOB_APPRAISAL;
    }

    @Override
    public String subject() {
        return asked.borrower().name();
    }
}
