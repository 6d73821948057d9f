package org.dongvon.loan.application.page;

import java.util.List;
import org.dongvon.loan.application.ApplicationRefusal;
import org.dongvon.loan.application.ApprovedTerms;
import org.dongvon.loan.application.BankDecision;
import org.dongvon.loan.application.SourceOfMoney;
import org.dongvon.programme.BorrowerClass;
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

/** The credit officer's appraisal of an application: what the bank should decide. */
@Controller
class DecisionController {

    private static final String DECLINE = "decline";

    private final ApplicationPages pages;
    private final BankDecision decision;
    private final ChangeForms forms;
    private final Transactions transactions;

    DecisionController(ApplicationPages pages, BankDecision decision, ChangeForms forms, Transactions transactions) {
        this.pages = pages;
        this.decision = decision;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/applications/{code}/decision")
    ModelAndView form(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        var view = pages.one(actor, code);
        var former = forms.begin(actor, form);
        if (former.isPresent() && former.get().has("amount")) {
            fill(form, BankDecision.terms(former.get()), formats);
        } else if (former.isPresent()) {
            form.with(DECLINE, "1");
        } else {
            var wanted = view.one().row().wanted();
            fill(
                    form,
                    new ApprovedTerms(
                            wanted.amount(),
                            wanted.months(),
                            wanted.interval(),
                            view.programme().terms().principalFreeMonths(),
                            BorrowerClass.STANDARD,
                            byRule(actor, view),
                            0),
                    formats);
        }
        return page(actor, view, HttpStatus.OK);
    }

    /** The contract whose money comes first and is enough. */
    private String byRule(Actor actor, OneView view) {
        var wanted = view.one().row().wanted().amount();
        return sources(actor, view).stream()
                .filter(source -> source.allows(wanted))
                .map(SourceOfMoney::contract)
                .findFirst()
                .orElse("");
    }

    private List<SourceOfMoney> sources(Actor actor, OneView view) {
        return transactions.read(actor, () -> decision.sources(view.one().row().code()));
    }

    private static void fill(Form form, ApprovedTerms terms, Formats formats) {
        form.with("amount", formats.dong(terms.amount()))
                .with("months", Integer.toString(terms.months()))
                .with("interval", Integer.toString(terms.interval()))
                .with("grace", Integer.toString(terms.grace()))
                .with("borrowers", terms.borrowers().name())
                .with("contract", terms.contract())
                .with("jobs", Integer.toString(terms.jobs()));
    }

    @PostMapping("/applications/{code}/decision")
    ModelAndView ask(Actor actor, @PathVariable String code, Form form) {
        var view = pages.one(actor, code);
        var wanted = form.text(DECLINE).isEmpty() ? BankDecision.approval(terms(form)) : declined(form);
        return forms.send(actor, form, BankDecision.NAME, code, wanted)
                .orElseGet(() -> page(actor, view, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    /** The reason becomes the answer to the household, so it must say something. */
    private static Facts declined(Form form) {
        form.read("reason", BankDecision::reason, "");
        return BankDecision.refusal();
    }

    private static ApprovedTerms terms(Form form) {
        return new ApprovedTerms(
                form.money("amount"),
                form.count("months"),
                form.count("interval"),
                form.count("grace"),
                form.read("borrowers", DecisionController::borrowers, BorrowerClass.STANDARD),
                form.text("contract"),
                form.count("jobs"));
    }

    private static BorrowerClass borrowers(String typed) {
        for (var each : BorrowerClass.values()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        throw new Refused(ApplicationRefusal.APPLICATION_INCOMPLETE);
    }

    private ModelAndView page(Actor actor, OneView view, HttpStatus status) {
        var page = new ModelAndView("loan/application/decision", status);
        page.addObject("dossier", view);
        page.addObject("sources", sources(actor, view));
        return page;
    }
}
