package org.dongvon.fee.payment;

import org.dongvon.fee.month.MonthWords;
import org.dongvon.shared.Actor;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asks for the transfer of what an association is owed of a month, or for taking such a transfer back. */
@Controller
class FeeTransferController {

    static final String PATH = "/fees/transfer";
    static final String BACK = "/fees/transfer-back";

    private final TransferChange transfer;
    private final TransferBackChange back;
    private final PaymentPapers papers;
    private final MonthWords words;
    private final ChangeForms forms;

    FeeTransferController(
            TransferChange transfer,
            TransferBackChange back,
            PaymentPapers papers,
            MonthWords words,
            ChangeForms forms) {
        this.transfer = transfer;
        this.back = back;
        this.papers = papers;
        this.words = words;
        this.forms = forms;
    }

    @GetMapping(PATH)
    ModelAndView show(Actor actor, Form form) {
        forms.begin(actor, form);
        return page(actor, form, HttpStatus.OK);
    }

    @PostMapping(PATH)
    ModelAndView create(Actor actor, Form form) {
        var subject = TransferChange.Subject.parse(form.text("of"));
        return forms.send(actor, form, TransferChange.NAME, subject.toString(), transfer.wanted(actor, subject))
                .orElseGet(() -> page(actor, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView page(Actor actor, Form form, HttpStatus status) {
        var subject = TransferChange.Subject.parse(form.text("of"));
        var page = new ModelAndView("fee/transfer", status);
        page.addObject("of", subject);
        page.addObject("month", words.describe(subject.month()));
        page.addObject("owed", transfer.wanted(actor, subject).dongOf("amount"));
        return page;
    }

    @GetMapping(BACK)
    ModelAndView edit(Actor actor, Form form) {
        forms.begin(actor, form);
        return pageBack(actor, form, HttpStatus.OK);
    }

    @PostMapping(BACK)
    ModelAndView update(Actor actor, Form form) {
        var voucher = form.text("voucher");
        return forms.send(actor, form, TransferBackChange.NAME, voucher, back.wanted(actor, voucher))
                .orElseGet(() -> pageBack(actor, form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView pageBack(Actor actor, Form form, HttpStatus status) {
        var page = new ModelAndView("fee/transfer-back", status);
        page.addObject("paper", papers.show(actor, form.text("voucher")));
        return page;
    }
}
