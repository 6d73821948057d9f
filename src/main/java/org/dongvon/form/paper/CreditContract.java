package org.dongvon.form.paper;

import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/**
 * 07b/GQVL, hợp đồng tín dụng: between the office and who is lent money for jobs directly.
 *
 * @param application the code of the application that was approved
 * @param plan what the money is for
 * @param place where the project is
 * @param terms as approved
 */
public record CreditContract(
        Letterhead letterhead, String application, Applicant borrower, String plan, String place, BankDecision terms)
        implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.CREDIT_CONTRACT;
    }

    @Override
    public String subject() {
        return application;
    }
}
