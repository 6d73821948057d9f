package org.dongvon.loan.application.page;

import org.dongvon.loan.application.ApplicationRefusal;
import org.dongvon.loan.application.CorrectApplication;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** What whoever brought an application changes of it while it is a draft or was returned. */
@Controller
class ApplicationCorrectionController {

    private final ApplicationPages pages;
    private final CorrectApplication correct;

    ApplicationCorrectionController(ApplicationPages pages, CorrectApplication correct) {
        this.pages = pages;
        this.correct = correct;
    }

    @GetMapping("/applications/{code}/correction")
    ModelAndView edit(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        var dossier = mendable(actor, code);
        var wanted = dossier.one().row().wanted();
        form.with("purpose", wanted.purpose());
        form.with("amount", formats.dong(wanted.amount()));
        form.with("months", Integer.toString(wanted.months()));
        form.with("interval", Integer.toString(wanted.interval()));
        return page(dossier, form, HttpStatus.OK);
    }

    @PostMapping("/applications/{code}/correction")
    ModelAndView update(Actor actor, @PathVariable String code, Form form) {
        var dossier = mendable(actor, code);
        var key = form.key();
        var amount = form.money("amount");
        int months = form.count("months");
        int interval = form.count("interval");
        if (!form.isRight()) {
            return page(dossier, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            correct.run(actor, new CorrectApplication.Wish(key, code, form.text("purpose"), amount, months, interval));
            return SeeOther.to("/applications/" + code);
        } catch (Refused refused) {
            form.refuse(
                    refused.refusal() == ApplicationRefusal.APPLICATION_ABOVE_CHOSEN ? "amount" : "purpose", refused);
            return page(dossier, form, Answers.status(refused));
        }
    }

    private OneView mendable(Actor actor, String code) {
        var dossier = pages.one(actor, code);
        if (!dossier.mayCorrect()) {
            throw new Refused(ApplicationRefusal.APPLICATION_ELSEWHERE, code);
        }
        return dossier;
    }

    private static ModelAndView page(OneView dossier, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("loan/application/correction", status);
        page.addObject("dossier", dossier);
        return page;
    }
}
