package org.dongvon.supervision.reconciliation;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.dongvon.supervision.reconciliation.ReconciliationPages.GroupView;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The reconciliations of a group: those there are, and a new one. */
@Controller
class ReconciliationController {

    private final ReconciliationPages pages;
    private final TakeBalances take;

    ReconciliationController(ReconciliationPages pages, TakeBalances take) {
        this.pages = pages;
        this.take = take;
    }

    @GetMapping("/groups/{code}/reconciliations")
    ModelAndView index(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        var view = pages.group(actor, code);
        form.with("day", formats.date(view.group().openDay())).with("team", actor.name());
        return page(view, form, HttpStatus.OK);
    }

    @PostMapping("/groups/{code}/reconciliations")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        var view = pages.group(actor, code);
        var key = form.key();
        var day = form.date("day");
        if (form.isRight()) {
            try {
                return SeeOther.to(
                        "/groups/" + code + "/reconciliations/" + take.run(actor, key, code, day, form.text("team")));
            } catch (Refused refused) {
                form.refuse(refused.refusal() == ReconciliationRefusal.RECONCILED_BY_NOBODY ? "team" : "day", refused);
                return page(view, form, Answers.status(refused));
            }
        }
        return page(view, form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @GetMapping("/groups/{code}/reconciliations/{sheet}/form")
    ModelAndView form(Actor actor, @PathVariable String code, @PathVariable String sheet) {
        var paper = pages.filled(actor, code, sheet);
        return paper.file().showing(paper);
    }

    private static ModelAndView page(GroupView view, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("supervision/reconciliation/group", status);
        page.addObject("reconciling", view);
        return page;
    }
}
