package org.dongvon.ledger.manual;

import org.dongvon.shared.Actor;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** The form that asks for money to be sent from one office to another. */
@Controller
class OfficeTransferController {

    private final ManualController.Sites sites;
    private final ChangeForms forms;

    OfficeTransferController(ManualController.Sites sites, ChangeForms forms) {
        this.sites = sites;
        this.forms = forms;
    }

    @GetMapping("/journals/transfer")
    ModelAndView show(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form).ifPresent(former -> form.with("amount", formats.dong(former.dongOf("amount"))));
        return page(actor, HttpStatus.OK);
    }

    @PostMapping("/journals/transfer")
    ModelAndView ask(Actor actor, Form form) {
        var subject = form.text("from") + ":" + form.text("to");
        return forms.send(actor, form, OfficeTransfer.NAME, subject, OfficeTransfer.wanted(form.money("amount")))
                .orElseGet(() -> page(actor, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView page(Actor actor, HttpStatus status) {
        var page = new ModelAndView("ledger/transfer", status);
        page.addObject("site", sites.of(actor, ""));
        return page;
    }
}
