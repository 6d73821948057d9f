package org.dongvon.loan.application.page;

import org.dongvon.loan.application.ApplicationRefusal;
import org.dongvon.loan.application.Collateral;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Enters what secures the loan of a direct application; its form stands on the application's page. */
@Controller
class CollateralController {

    private final Collateral collateral;
    private final ApplicationPages pages;

    CollateralController(Collateral collateral, ApplicationPages pages) {
        this.collateral = collateral;
        this.pages = pages;
    }

    @PostMapping("/applications/{code}/collateral")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        pages.one(actor, code);
        var key = form.key();
        var value = form.money("value");
        if (!form.isRight()) {
            return page(actor, code, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var asset = new Collateral.Asset(
                    kind(form.text("kind")),
                    form.text("description"),
                    form.text("certificate"),
                    form.text("owner"),
                    value);
            collateral.enter(actor, key, code, asset);
            return SeeOther.to("/applications/" + code);
        } catch (Refused refused) {
            form.refuse("description", refused);
            return page(actor, code, form, Answers.status(refused));
        }
    }

    private static Collateral.Kind kind(String typed) {
        for (var each : Collateral.Kind.values()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        throw new Refused(ApplicationRefusal.COLLATERAL_INCOMPLETE);
    }

    private ModelAndView page(Actor actor, String code, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("loan/application/show", status);
        page.addObject("dossier", pages.one(actor, code));
        return page;
    }
}
