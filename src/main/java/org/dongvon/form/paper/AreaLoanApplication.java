package org.dongvon.form.paper;

import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;
import org.jspecify.annotations.Nullable;

/**
 * 01/SXKD, giấy đề nghị vay vốn of producing and trading households in difficult areas: 01/TD with the commune's confirmation of
 * the project.
 *
 * @param project where the project is, and of which trade
 * @param decision the second part; empty lines are printed for it while there is none
 */
public record AreaLoanApplication(
        Letterhead letterhead,
        String office,
        Applicant borrower,
        GroupLine group,
        LoanAsk ask,
        Project project,
        @Nullable BankDecision decision)
        implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.AREA_APPLICATION;
    }

    @Override
    public String subject() {
        return borrower.name();
    }

    /** The project that the commune confirms. */
    public record Project(String trade, String place, String commune) {}
}
