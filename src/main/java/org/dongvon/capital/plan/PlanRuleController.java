package org.dongvon.capital.plan;

import org.dongvon.capital.CapitalRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The rule on approvals that pass a target, and the form that asks for another one. */
@Controller
class PlanRuleController {

    private final PlanRuleChange change;
    private final ChangeForms forms;

    PlanRuleController(PlanRuleChange change, ChangeForms forms) {
        this.change = change;
        this.forms = forms;
    }

    @GetMapping(PlanRuleChange.PATH)
    ModelAndView show(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        var former = forms.begin(actor, form);
        form.with(
                "overrun",
                former.map(PlanRuleChange::overrun)
                        .orElseGet(() -> change.rows().getLast().overrun())
                        .name());
        former.ifPresent(facts -> form.with("from", formats.date(facts.dateOf("from"))));
        return page(actor, HttpStatus.OK);
    }

    @PostMapping(PlanRuleChange.PATH)
    ModelAndView create(Actor actor, Form form) {
        var overrun = form.read("overrun", PlanRuleController::overrun, Overrun.WARN);
        return forms.send(
                        actor,
                        form,
                        PlanRuleChange.NAME,
                        PlanRuleChange.SUBJECT,
                        PlanRuleChange.wanted(overrun, form.date("from")))
                .orElseGet(() -> page(actor, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static Overrun overrun(String typed) {
        for (var each : Overrun.values()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        throw new Refused(CapitalRefusal.PLAN_RULE_UNREADABLE);
    }

    private ModelAndView page(Actor actor, HttpStatus status) {
        var page = new ModelAndView("capital/plan/rule", status);
        page.addObject("rows", change.rows());
        page.addObject("mayAsk", change.makers().contains(actor.role()));
        page.addObject("firstDay", change.firstDay());
        page.addObject("choices", Overrun.values());
        return page;
    }
}
