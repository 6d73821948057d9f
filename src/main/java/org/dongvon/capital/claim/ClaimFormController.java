package org.dongvon.capital.claim;

import java.util.List;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.capital.claim.StateClaim.ClaimOffice;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Asks for a claim on the State's budget, for what of it was accepted, and for what was received. */
@Controller
class ClaimFormController {

    private static final String SEPARATOR = ":";

    private final ClaimBook book;
    private final BusinessDays days;
    private final ChangeForms forms;
    private final Transactions transactions;

    ClaimFormController(ClaimBook book, BusinessDays days, ChangeForms forms, Transactions transactions) {
        this.book = book;
        this.days = days;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/state-claims/new")
    ModelAndView begin(Actor actor, @RequestAttribute("f") Formats formats, Form form) {
        var parts = form.text("of").split(SEPARATOR, -1);
        if (parts.length == 3) {
            form.with("office", parts[0]).with("kind", parts[1]).with("period", parts[2]);
        }
        fill(actor, formats, form);
        return page(actor, HttpStatus.OK);
    }

    @PostMapping("/state-claims/new")
    ModelAndView claim(Actor actor, Form form) {
        var period = form.read("period", ClaimPeriod::parse, new ClaimPeriod(0, 0));
        var kind = form.read(
                "kind",
                typed -> ClaimKind.of(typed).orElseThrow(() -> new Refused(CapitalRefusal.UNKNOWN_CLAIM, typed)),
                ClaimKind.INTEREST_SUBSIDY);
        var subject = ClaimChange.subject(form.text("office"), kind, period);
        return forms.send(actor, form, ClaimChange.NAME, subject, wanted(form))
                .orElseGet(() -> page(actor, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    @GetMapping("/state-claims/{claim}/acceptance")
    ModelAndView showAcceptance(
            Actor actor, @PathVariable String claim, @RequestAttribute("f") Formats formats, Form form) {
        fill(actor, formats, form);
        return page(actor, claim, "acceptance", HttpStatus.OK);
    }

    @PostMapping("/state-claims/{claim}/acceptance")
    ModelAndView accept(Actor actor, @PathVariable String claim, Form form) {
        var again = page(actor, claim, "acceptance", HttpStatus.UNPROCESSABLE_CONTENT);
        return forms.send(actor, form, AcceptanceChange.NAME, claim, wanted(form))
                .orElse(again);
    }

    @GetMapping("/state-claims/{claim}/receipt")
    ModelAndView showReceipt(
            Actor actor, @PathVariable String claim, @RequestAttribute("f") Formats formats, Form form) {
        fill(actor, formats, form);
        return page(actor, claim, "receipt", HttpStatus.OK);
    }

    @PostMapping("/state-claims/{claim}/receipt")
    ModelAndView receive(Actor actor, @PathVariable String claim, Form form) {
        var again = page(actor, claim, "receipt", HttpStatus.UNPROCESSABLE_CONTENT);
        return forms.send(actor, form, ReceiptChange.NAME, claim, wanted(form)).orElse(again);
    }

    private void fill(Actor actor, Formats formats, Form form) {
        forms.begin(actor, form)
                .map(Paper::of)
                .ifPresent(former -> form.with("amount", formats.dong(former.amount()))
                        .with("number", former.number())
                        .with("on", formats.date(former.dated())));
    }

    private static Facts wanted(Form form) {
        return new Paper(form.money("amount"), form.text("number"), form.date("on")).facts();
    }

    private ModelAndView page(Actor actor, HttpStatus status) {
        List<ClaimOffice> offices = transactions.read(actor, book::offices);
        var page = new ModelAndView("capital/claim/new", status);
        page.addObject("offices", offices);
        page.addObject("own", actor.officeId());
        page.addObject("kinds", ClaimKind.values());
        return page;
    }

    private ModelAndView page(Actor actor, String code, String step, HttpStatus status) {
        var claim = transactions.read(actor, () -> book.claim(code));
        var page = new ModelAndView("capital/claim/step", status);
        page.addObject("claim", claim);
        page.addObject("step", step);
        page.addObject("today", days.today(claim.office().id()));
        return page;
    }
}
