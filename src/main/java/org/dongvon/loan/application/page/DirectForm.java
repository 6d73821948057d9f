package org.dongvon.loan.application.page;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.dongvon.loan.application.ApplicationRefusal;
import org.dongvon.loan.application.JobPlan;
import org.dongvon.loan.application.Plan;
import org.dongvon.loan.application.PlanRules.Asks;
import org.dongvon.loan.application.WriteDirectApplication.Asked;
import org.dongvon.loan.application.WriteDirectApplication.Wish;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Form;

/** Reads the form of a direct application: what its programme does not ask for is not looked at. */
final class DirectForm {

    private DirectForm() {}

    /** What is asked for; wrong fields are marked on the form. */
    static Wish wish(Form form, UUID key, Asks asks, List<String> ticked) {
        long person = form.read("person", DirectForm::person, 0L);
        var asked = new Asked(form.money("amount"), form.count("months"), form.count("interval"));
        var need = asks.need() && !form.text("need").isBlank() ? need(form) : null;
        var jobs = asks.jobs() && !form.text("place").isBlank() ? jobs(form, ticked) : null;
        var type = form.text("class");
        return new Wish(
                key,
                person,
                form.text("programme"),
                form.text("purpose"),
                asked,
                new Plan(asks.classes().contains(type) ? type : null, need, jobs));
    }

    private static Plan.Need need(Form form) {
        return new Plan.Need(form.money("need"), form.money("own"));
    }

    private static JobPlan jobs(Form form, List<String> ticked) {
        return new JobPlan(
                form.text("establishment"),
                form.text("place"),
                new JobPlan.Jobs(
                        count(form, "created"), count(form, "kept"), count(form, "expanded"), count(form, "women")),
                new JobPlan.Labour(count(form, "family"), count(form, "hired"), count(form, "of-the-class")),
                priorities(ticked),
                form.money("income"),
                form.money("cost"));
    }

    /** A count that is left open is none. */
    private static int count(Form form, String field) {
        return form.text(field).isBlank() ? 0 : form.count(field);
    }

    private static List<JobPlan.Priority> priorities(List<String> ticked) {
        return Arrays.stream(JobPlan.Priority.values())
                .filter(each -> ticked.contains(each.name()))
                .toList();
    }

    private static long person(String typed) {
        if (!typed.matches("\\d{1,18}")) {
            throw new Refused(ApplicationRefusal.UNKNOWN_APPLICANT);
        }
        return Long.parseLong(typed);
    }

    /** The field at which a refusal of the whole is told. */
    static String field(Refused refused) {
        if (refused.refusal() instanceof ApplicationRefusal rule) {
            return switch (rule) {
                case UNKNOWN_APPLICANT -> "person";
                case PLAN_WITHOUT_NEED -> "need";
                case PLAN_WITHOUT_JOBS -> "place";
                case PLAN_OF_NO_CLASS -> "class";
                default -> "purpose";
            };
        }
        return "purpose";
    }
}
