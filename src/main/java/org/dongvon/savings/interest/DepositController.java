package org.dongvon.savings.interest;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Role;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Deposits of an office's members, and the form that asks for a month's interest to be credited. */
@Controller
class DepositController {

    private final DepositPages pages;
    private final InterestChange interest;
    private final ChangeForms forms;

    DepositController(DepositPages pages, InterestChange interest, ChangeForms forms) {
        this.pages = pages;
        this.interest = interest;
        this.forms = forms;
    }

    @GetMapping("/deposits")
    ModelAndView index(Actor actor, @RequestParam(defaultValue = "") String office) {
        var page = new ModelAndView("savings/deposits", "shown", pages.show(actor, office));
        page.addObject("mayAsk", actor.role() == Role.ACCOUNTANT || actor.role() == Role.CONTROLLER);
        return page;
    }

    @GetMapping("/deposits/interest")
    ModelAndView show(Actor actor, Form form) {
        forms.begin(actor, form);
        return page(actor, form, HttpStatus.OK);
    }

    @PostMapping("/deposits/interest")
    ModelAndView create(Actor actor, Form form) {
        var month = InterestMonth.parse(form.text("month"));
        return forms.send(actor, form, InterestChange.NAME, month.toString(), interest.wanted(actor, month))
                .orElseGet(() -> page(actor, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView page(Actor actor, Form form, HttpStatus status) {
        var month = InterestMonth.parse(form.text("month"));
        var page = new ModelAndView("savings/interest", status);
        page.addObject("of", month);
        page.addObject("asked", pages.asked(actor, month));
        return page;
    }
}
