package org.dongvon.form.paper;

import org.dongvon.form.FormCode;
import org.dongvon.form.FormDocument;
import org.dongvon.form.Letterhead;

/** 01/XLN, đơn đề nghị xử lý nợ rủi ro: what a borrower who suffered a loss asks for. */
public record RiskRequest(
        Letterhead letterhead, String office, Applicant borrower, GroupLine group, RiskDebt debt, Asked asked)
        implements FormDocument {

    @Override
    public FormCode code() {
        return FormCode.RISK_REQUEST;
    }

    @Override
    public String subject() {
        return debt.loan();
    }

    /**
     * What is asked for.
     *
     * @param measure in words: {@code khoanh nợ}
     * @param months for how long; 0 where the measure has no time
     * @param income what the borrower can still earn
     * @param plan how the debt is to be paid
     */
    public record Asked(String measure, int months, String income, String plan) {}
}
