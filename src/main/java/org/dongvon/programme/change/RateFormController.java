package org.dongvon.programme.change;

import jakarta.servlet.http.HttpServletRequest;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.programme.ProgrammeRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.ChangeWords;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.PageLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a new rate of a series, after a look at what it touches. */
@Controller
class RateFormController {

    private final RateProposal change;
    private final ChangeForms forms;

    RateFormController(RateProposal change, ChangeForms forms) {
        this.change = change;
        this.forms = forms;
    }

    @GetMapping("/rates/{series}/change")
    ModelAndView show(Actor actor, @PathVariable String series, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form).ifPresent(former -> {
            form.with("from", formats.date(former.dateOf("from")));
            form.with("in-term", former.rateOf("in-term").percent());
            form.with("overdue", former.rateOf("overdue").percent());
        });
        return page(series, HttpStatus.OK);
    }

    @PostMapping("/rates/{series}/change")
    ModelAndView create(Actor actor, HttpServletRequest request, @PathVariable String series, Form form) {
        var inTerm = form.read("in-term", RateFormController::rate, AnnualRate.ZERO);
        var overdue = form.text("overdue").isBlank()
                ? form.read("in-term", typed -> usualOverdue(inTerm), AnnualRate.ZERO)
                : form.read("overdue", RateFormController::rate, AnnualRate.ZERO);
        var wanted = Facts.none()
                .date("from", form.date("from"))
                .rate("in-term", inTerm)
                .rate("overdue", overdue);
        if (form.text("do").equals("check") && form.isRight()) {
            var page = page(series, HttpStatus.OK);
            page.addObject(
                    "preview",
                    forms.preview(
                            actor, PageLanguage.of(request), new ChangeForms.Asked(RateProposal.NAME, series, wanted)));
            return page;
        }
        return forms.send(actor, form, RateProposal.NAME, series, wanted)
                .orElseGet(() -> page(series, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static AnnualRate rate(String typed) {
        var text = typed.strip().replace("%", "").strip().replace(',', '.');
        if (text.isEmpty()) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        try {
            var rate = AnnualRate.ofPercent(text);
            if (rate.units() <= 100_000_000) {
                return rate;
            }
        } catch (IllegalArgumentException notARate) {
            // Said below, in the reader's words.
        }
        throw new Refused(ProgrammeRefusal.RATE_UNREADABLE, typed.length() > 40 ? typed.substring(0, 40) : typed);
    }

    private AnnualRate usualOverdue(AnnualRate inTerm) {
        try {
            return change.usualOverdue(inTerm);
        } catch (ArithmeticException notWhole) {
            throw new Refused(ProgrammeRefusal.RATE_UNREADABLE, inTerm.percent());
        }
    }

    private ModelAndView page(String series, HttpStatus status) {
        var page = new ModelAndView("programme/rate-change", status);
        page.addObject("series", series);
        page.addObject("name", change.describe(series));
        page.addObject("last", change.last(series));
        page.addObject("firstDay", change.firstDay());
        page.addObject("preview", ChangeWords.Look.NOTHING);
        return page;
    }
}
