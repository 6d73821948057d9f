package org.dongvon.supervision.usecheck;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** A sheet of checks, and what the credit officer records of what followed. */
@Controller
class UseSheetController {

    private final UsePages pages;
    private final FollowWrongUse follow;

    UseSheetController(UsePages pages, FollowWrongUse follow) {
        this.pages = pages;
        this.follow = follow;
    }

    @GetMapping("/groups/{code}/use-checks/{sheet}")
    ModelAndView show(Actor actor, @PathVariable String code, @PathVariable String sheet, Form form) {
        return page(actor, code, sheet, form, HttpStatus.OK);
    }

    /** The step is {@code recall} or {@code settlement} of the loan that the form names. */
    @PostMapping("/groups/{code}/use-checks/{sheet}")
    ModelAndView followUp(Actor actor, @PathVariable String code, @PathVariable String sheet, Form form) {
        long id = pages.sheet(actor, code, sheet).head().id();
        var loan = form.text("loan");
        var of = new FollowWrongUse.OfLoan(id, loan);
        boolean recall = form.text("step").equals("recall");
        var field = (recall ? "amount-" : "settled-") + loan;
        var key = form.key();
        var amount = recall ? form.money(field) : null;
        if (!form.isRight()) {
            return page(actor, code, sheet, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            if (amount == null) {
                follow.settle(actor, key, of, form.text("note"));
            } else {
                follow.recall(actor, key, of, amount, form.text("note"));
            }
            return SeeOther.to("/groups/" + code + "/use-checks/" + sheet);
        } catch (Refused refused) {
            form.refuse(field, refused);
            return page(actor, code, sheet, form, Answers.status(refused));
        }
    }

    private ModelAndView page(Actor actor, String code, String sheet, Form form, HttpStatus status) {
        var view = pages.sheet(actor, code, sheet);
        form.withKey();
        var page = new ModelAndView("supervision/usecheck/sheet", status);
        page.addObject("use", view);
        return page;
    }
}
