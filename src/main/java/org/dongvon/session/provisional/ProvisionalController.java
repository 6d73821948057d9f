package org.dongvon.session.provisional;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who holds money that nobody has counted yet, for the bank's people. */
@Controller
class ProvisionalController {

    private final ProvisionalList list;
    private final HandInCollections handIn;

    ProvisionalController(ProvisionalList list, HandInCollections handIn) {
        this.list = list;
        this.handIn = handIn;
    }

    @GetMapping("/provisional")
    ModelAndView index(Actor actor, Form form) {
        return page(actor, form, HttpStatus.OK);
    }

    @PostMapping("/provisional")
    ModelAndView returned(Actor actor, Form form) {
        var key = form.key();
        try {
            handIn.returned(actor, key, form.key("line"), form.text("reason"));
            return SeeOther.to("/provisional");
        } catch (Refused refused) {
            form.refuse("reason", refused);
            return page(actor, form, Answers.status(refused));
        }
    }

    private ModelAndView page(Actor actor, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("session/provisional/list", status);
        page.addObject("debts", list.read(actor));
        page.addObject("mayReturn", actor.role() == Role.CONTROLLER);
        return page;
    }
}
