package org.dongvon.session.term;

import java.util.Arrays;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.term.AtMaturity;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.term.TermCounter.Opening;
import org.dongvon.session.term.TermCounter.Payment;
import org.dongvon.session.term.TermCounter.Wish;
import org.dongvon.session.term.TermDesk.Found;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Term deposits at a session: the teller opens one, or pays one out; the savings book on paper. */
@Controller
class TermController {

    private final TermDesk desk;
    private final TermCounter counter;
    private final TermPapers papers;

    TermController(TermDesk desk, TermCounter counter, TermPapers papers) {
        this.desk = desk;
        this.counter = counter;
        this.papers = papers;
    }

    @GetMapping("/sessions/{id}/term-deposits")
    ModelAndView show(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String q, Form form) {
        return page(actor, desk.find(actor, id, q), form, HttpStatus.OK);
    }

    @PostMapping("/sessions/{id}/term-deposits")
    ModelAndView open(Actor actor, @PathVariable long id, Form form) {
        var key = form.key();
        var found = desk.find(actor, id, form.text("q"));
        var amount = form.money("amount");
        long person = form.read("person", TermController::person, 0L);
        int months = form.read("months", TermController::months, 0);
        var atMaturity = form.read("maturity", TermController::maturity, AtMaturity.RENEW);
        if (!form.isRight()) {
            return page(actor, found, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var wish = new Wish(person, months, atMaturity, amount);
            return SeeOther.to("/term-deposits/" + counter.open(actor, new Opening(key, form.keyOf(person), id, wish)));
        } catch (Refused refused) {
            form.refuse("amount", refused);
            return page(actor, found, form, Answers.status(refused));
        }
    }

    private static long person(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new Refused(SessionRefusal.TERM_DEPOSIT_OF_NOBODY);
        }
        return Long.parseLong(text);
    }

    private static int months(String text) {
        if (!text.matches("\\d{1,2}")) {
            throw new Refused(SavingsRefusal.TERM_OUTSIDE);
        }
        return Integer.parseInt(text);
    }

    private static AtMaturity maturity(String text) {
        return Arrays.stream(AtMaturity.values())
                .filter(each -> each.name().equals(text))
                .findFirst()
                .orElseThrow(() -> new Refused(SavingsRefusal.TERM_OUTSIDE));
    }

    @PostMapping("/sessions/{id}/term-deposits/payment")
    ModelAndView pay(Actor actor, @PathVariable long id, Form form) {
        var key = form.key();
        var found = desk.find(actor, id, form.text("q"));
        try {
            counter.pay(actor, new Payment(key, form.keyOf(id), id, form.text("book")));
            return SeeOther.to("/term-deposits/" + form.text("book"));
        } catch (Refused refused) {
            form.refuse("book", refused);
            return page(actor, found, form, Answers.status(refused));
        }
    }

    @GetMapping("/term-deposits/{code}/book")
    ModelAndView book(Actor actor, @PathVariable String code) {
        return papers.print(actor, code);
    }

    private static ModelAndView page(Actor actor, Found found, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("session/term/desk", status);
        page.addObject("found", found);
        page.addObject("head", found.head());
        page.addObject("mine", found.head().isTeller(actor.id()));
        return page;
    }
}
