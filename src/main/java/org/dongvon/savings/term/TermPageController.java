package org.dongvon.savings.term;

import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.change.PointsAndDays;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** A term deposit, the rates of term deposits, and the form that asks for another. */
@Controller
class TermPageController {

    private final TermFiles files;
    private final TermRates rates;
    private final TermRateChange change;
    private final PointsAndDays points;
    private final ChangeForms forms;
    private final Transactions transactions;

    TermPageController(
            TermFiles files,
            TermRates rates,
            TermRateChange change,
            PointsAndDays points,
            ChangeForms forms,
            Transactions transactions) {
        this.files = files;
        this.rates = rates;
        this.change = change;
        this.points = points;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/term-deposits/{code}")
    ModelAndView show(Actor actor, @PathVariable String code) {
        return new ModelAndView("savings/term/deposit", "file", transactions.read(actor, () -> files.get(code)));
    }

    @GetMapping("/term-deposits/rates")
    ModelAndView rates(Actor actor) {
        var page = new ModelAndView("savings/term/rates", "rows", transactions.read(actor, rates::rows));
        page.addObject("mayAsk", change.makers().contains(actor.role()));
        return page;
    }

    @GetMapping("/term-deposits/rates/change")
    ModelAndView form(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form)
                .ifPresent(former -> form.with("rate", former.rateOf("rate").percent())
                        .with("from", formats.date(former.dateOf("from"))));
        return page(form, HttpStatus.OK);
    }

    @PostMapping("/term-deposits/rates/change")
    ModelAndView ask(Actor actor, Form form) {
        var wanted = Facts.none()
                .rate("rate", form.read("rate", TermPageController::rate, AnnualRate.ZERO))
                .date("from", form.date("from"));
        var of = form.text("of");
        TermOf.parse(of);
        return forms.send(actor, form, TermRateChange.NAME, of, wanted)
                .orElseGet(() -> page(form, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static AnnualRate rate(String typed) {
        var text = typed.replace("%", "").strip().replace(',', '.');
        if (!text.matches("\\d{1,2}(\\.\\d{1,4})?")) {
            throw new Refused(SavingsRefusal.TERM_OUTSIDE);
        }
        return AnnualRate.ofPercent(text);
    }

    private ModelAndView page(Form form, HttpStatus status) {
        var page = new ModelAndView("savings/term/rate", status);
        var of = form.text("of");
        page.addObject("what", change.describe(of.isEmpty() ? "VN:12" : of));
        page.addObject("firstDay", points.openDay(PointsAndDays.COUNTRY));
        return page;
    }
}
