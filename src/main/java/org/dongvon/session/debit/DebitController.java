package org.dongvon.session.debit;

import org.dongvon.ledger.VoucherNumber;
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

/** Debits of a session: what would be taken from whom, and the button that takes it. */
@Controller
class DebitController {

    private final DebitDesk desk;
    private final DebitSavings debits;

    DebitController(DebitDesk desk, DebitSavings debits) {
        this.desk = desk;
        this.debits = debits;
    }

    @GetMapping("/sessions/{id}/debits")
    ModelAndView show(Actor actor, @PathVariable long id, Form form) {
        return page(actor, id, form, HttpStatus.OK);
    }

    @PostMapping("/sessions/{id}/debits")
    ModelAndView take(Actor actor, @PathVariable long id, Form form) {
        var key = form.key();
        try {
            int number = debits.run(actor, key, id);
            var head = desk.of(actor, id).head();
            return SeeOther.to("/vouchers/" + VoucherNumber.of(head.place().code(), head.day(), number));
        } catch (Refused refused) {
            form.refuse("debits", refused);
            return page(actor, id, form, Answers.status(refused));
        }
    }

    private ModelAndView page(Actor actor, long id, Form form, HttpStatus status) {
        form.withKey();
        var shown = desk.of(actor, id);
        var page = new ModelAndView("session/debit/debits", status);
        page.addObject("shown", shown);
        page.addObject("head", shown.head());
        page.addObject("mine", shown.head().isTeller(actor.id()));
        return page;
    }
}
