package org.dongvon.form;

import static org.dongvon.form.SampleParts.applicant;
import static org.dongvon.form.SampleParts.citizen;
import static org.dongvon.form.SampleParts.decision;
import static org.dongvon.form.SampleParts.group;
import static org.dongvon.form.SampleParts.letterhead;
import static org.dongvon.form.SampleParts.office;

import org.dongvon.form.SampleParts.Size;
import org.dongvon.form.paper.AccountRegistration;
import org.dongvon.form.paper.GroupInspection;
import org.dongvon.form.paper.JobAppraisal;
import org.dongvon.form.paper.JobLoanApplication;
import org.dongvon.form.paper.TransferRequest;

/** Papers that are filled in on the spot: an inspection of a group, an account, a transfer, an appraisal. */
final class SampleVisits {

    private SampleVisits() {}

    static GroupInspection inspection(Size size) {
        return new GroupInspection(
                citizen(), group(size), new GroupInspection.Figures(60, 59, size.money(), size.money(), size.money()));
    }

    static AccountRegistration registration(Size size) {
        return new AccountRegistration(citizen(), office(size), applicant(size), group(size), size.money());
    }

    static TransferRequest transfer(Size size) {
        return new TransferRequest(
                citizen(),
                office(size),
                applicant(size),
                group(size),
                size.loan(),
                "Nước sạch và vệ sinh môi trường nông thôn",
                size.money());
    }

    static JobAppraisal appraisal(Size size, JobLoanApplication asked) {
        return new JobAppraisal(letterhead(size), "HUONGKHE-01-HS12", asked, size.isLong() ? decision(size) : null);
    }
}
