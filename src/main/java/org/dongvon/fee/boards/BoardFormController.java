package org.dongvon.fee.boards;

import org.dongvon.shared.Actor;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a payment to a board, or for one to be taken back. */
@Controller
class BoardFormController {

    private final BoardBook book;
    private final BoardPaymentBackChange back;
    private final ChangeForms forms;
    private final Transactions transactions;

    BoardFormController(BoardBook book, BoardPaymentBackChange back, ChangeForms forms, Transactions transactions) {
        this.book = book;
        this.back = back;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/capital/{contract}/boards/new")
    ModelAndView show(Actor actor, @PathVariable String contract, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form)
                .ifPresent(former -> form.with("receiver", former.textOf("receiver"))
                        .with("amount", formats.dong(former.dongOf("amount")))
                        .with("reference", former.textOf("reference")));
        return page(actor, contract, "fee/boards-new", HttpStatus.OK);
    }

    @PostMapping("/capital/{contract}/boards/new")
    ModelAndView ask(Actor actor, @PathVariable String contract, Form form) {
        var again = page(actor, contract, "fee/boards-new", HttpStatus.UNPROCESSABLE_CONTENT);
        var wanted = BoardPaymentChange.wanted(form.text("receiver"), form.money("amount"), form.text("reference"));
        return forms.send(actor, form, BoardPaymentChange.NAME, contract, wanted)
                .orElse(again);
    }

    @GetMapping("/capital/{contract}/boards/back")
    ModelAndView showBack(Actor actor, @PathVariable String contract, Form form) {
        forms.begin(actor, form);
        return page(actor, contract, "fee/boards-back", HttpStatus.OK);
    }

    @PostMapping("/capital/{contract}/boards/back")
    ModelAndView askBack(Actor actor, @PathVariable String contract, Form form) {
        var again = page(actor, contract, "fee/boards-back", HttpStatus.UNPROCESSABLE_CONTENT);
        var subject = contract + ":" + form.text("number");
        var wanted = transactions.read(actor, () -> back.wanted(subject));
        return forms.send(actor, form, BoardPaymentBackChange.NAME, subject, wanted)
                .orElse(again);
    }

    private ModelAndView page(Actor actor, String contract, String template, HttpStatus status) {
        var page = new ModelAndView(template, status);
        page.addObject("s", book.statement(actor, contract));
        return page;
    }
}
