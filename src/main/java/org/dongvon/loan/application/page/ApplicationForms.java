package org.dongvon.loan.application.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.dongvon.form.FormCode;
import org.dongvon.loan.application.Plan;
import org.dongvon.loan.application.Step;
import org.dongvon.loan.application.page.ApplicationReader.One;

/** The forms that an application may be printed on, by its programme, where it is and what it tells of. */
final class ApplicationForms {

    /** The programme whose households ask on 01/SXKD. */
    private static final String DIFFICULT_AREAS = "SXKDVKK";

    /** Where the bank looks at it, or has. */
    private static final Set<Step> APPRAISED =
            Set.of(Step.AT_BANK, Step.APPROVED, Step.DECLINED, Step.CONTRACTED, Step.NOTIFIED, Step.PAID_OUT);

    private ApplicationForms() {}

    static List<FormCode> of(One one, String programme, Plan plan) {
        boolean jobs = plan.jobs() != null;
        var forms = new ArrayList<FormCode>();
        if (one.row().isDirect()) {
            if (jobs) {
                forms.add(FormCode.JOB_APPLICATION);
            }
        } else {
            forms.add(programme.equals(DIFFICULT_AREAS) ? FormCode.AREA_APPLICATION : FormCode.APPLICATION);
            if (one.vote() != null) {
                forms.add(FormCode.REVIEW_MINUTES);
            }
            if (one.sent()) {
                forms.add(FormCode.APPLICANT_LIST);
            }
        }
        if (jobs && APPRAISED.contains(one.row().step())) {
            forms.add(FormCode.JOB_APPRAISAL);
        }
        if (one.row().isDirect() && jobs && one.row().became().loan() != null) {
            forms.add(FormCode.CREDIT_CONTRACT);
        }
        if (!one.row().isDirect() && one.row().became().notice() != null) {
            forms.add(FormCode.APPROVAL_NOTICE);
        }
        return forms;
    }
}
