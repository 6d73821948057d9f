package org.dongvon.supervision.classification;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A point's round: its debts, who signed, and its closing by two persons. */
@Controller
class DebtPointController {

    private final DebtPages pages;
    private final SignDebts sign;
    private final ChangeForms forms;

    DebtPointController(DebtPages pages, SignDebts sign, ChangeForms forms) {
        this.pages = pages;
        this.sign = sign;
        this.forms = forms;
    }

    @GetMapping("/debts/{year}/{point}")
    ModelAndView show(Actor actor, @PathVariable String year, @PathVariable String point, Form form) {
        form.withKey();
        return page(actor, year, point, HttpStatus.OK);
    }

    @PostMapping("/debts/{year}/{point}")
    ModelAndView create(Actor actor, @PathVariable String year, @PathVariable String point, Form form) {
        try {
            var group = form.text("group").strip();
            if (group.isEmpty()) {
                sign.ofCommune(actor, form.key(), year, point);
            } else {
                sign.ofGroup(actor, form.key(), year, point, group);
            }
            return SeeOther.to("/debts/" + year + "/" + point);
        } catch (Refused refused) {
            form.refuse("group", refused);
            form.withKey();
            return page(actor, year, point, Answers.status(refused));
        }
    }

    private ModelAndView page(Actor actor, String year, String point, HttpStatus status) {
        var page = new ModelAndView("supervision/classification/point", status);
        page.addObject("view", pages.point(actor, year, point));
        return page;
    }

    @GetMapping("/debts/{year}/{point}/closing")
    ModelAndView close(Actor actor, @PathVariable String year, @PathVariable String point, Form form) {
        var view = pages.point(actor, year, point);
        forms.begin(actor, form).ifPresent(former -> form.with("minutes", former.textOf("minutes")));
        return closing(view, HttpStatus.OK);
    }

    @PostMapping("/debts/{year}/{point}/closing")
    ModelAndView createClosing(Actor actor, @PathVariable String year, @PathVariable String point, Form form) {
        var view = pages.point(actor, year, point);
        var wanted = Facts.none().text("minutes", form.text("minutes").strip());
        return forms.send(actor, form, CloseDebts.NAME, year + ":" + point, wanted)
                .orElseGet(() -> closing(view, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static ModelAndView closing(DebtPages.PointView view, HttpStatus status) {
        var page = new ModelAndView("supervision/classification/closing", status);
        page.addObject("view", view);
        return page;
    }
}
