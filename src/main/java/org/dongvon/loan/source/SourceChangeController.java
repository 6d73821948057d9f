package org.dongvon.loan.source;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.dongvon.capital.CapitalRefusal;
import org.dongvon.loan.source.SourceChange.Subject;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.ChangeWords;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.PageLanguage;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The changes of source of a contract, and the form that asks for one, after a look at what it would move. */
@Controller
class SourceChangeController {

    private static final Set<Role> MAKERS = Set.of(Role.FUND_OFFICER, Role.ACCOUNTANT);

    private final SourceChange change;
    private final SourcePages pages;
    private final ChangeForms forms;
    private final Transactions transactions;

    SourceChangeController(SourceChange change, SourcePages pages, ChangeForms forms, Transactions transactions) {
        this.change = change;
        this.pages = pages;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/capital/{contract}/source-changes")
    String history(
            Actor actor, @PathVariable String contract, @RequestParam(defaultValue = "") String change, Model model) {
        boolean seesLoans = actor.role() != Role.FUND_OFFICER;
        var opened = change.matches("\\d{1,18}") ? Long.valueOf(change) : null;
        model.addAttribute("h", pages.history(actor, contract, opened, seesLoans));
        model.addAttribute("mayAsk", MAKERS.contains(actor.role()));
        model.addAttribute("seesLoans", seesLoans);
        return "loan/source/history";
    }

    @GetMapping("/capital/{contract}/source-changes/new")
    ModelAndView show(Actor actor, @PathVariable String contract, Form form) {
        forms.begin(actor, form).ifPresent(former -> fill(form, former));
        return page(actor, contract, HttpStatus.OK);
    }

    private static void fill(Form form, Facts former) {
        for (var field : new String[] {"to", "programme", "point", "loans", "undoes"}) {
            form.with(field, former.has(field) ? former.textOf(field) : "");
        }
    }

    @PostMapping("/capital/{contract}/source-changes/new")
    ModelAndView ask(Actor actor, HttpServletRequest request, @PathVariable String contract, Form form) {
        var page = page(actor, contract, HttpStatus.OK);
        var subject = new Subject(contract, form.text("office"));
        var choice = SourcePlan.choice(
                form.text("to"),
                form.text("programme"),
                form.text("point"),
                form.text("loans"),
                form.text("undoes").matches("\\d{1,18}") ? form.text("undoes") : "");
        try {
            var wanted = transactions.read(actor, () -> change.wanted(subject, choice));
            if (form.text("do").equals("check")) {
                var asked = new ChangeForms.Asked(SourceChange.NAME, subject.toString(), wanted);
                page.addObject("preview", forms.preview(actor, PageLanguage.of(request), asked));
                return page;
            }
            return forms.send(actor, form, SourceChange.NAME, subject.toString(), wanted)
                    .orElseGet(() -> page(actor, contract, HttpStatus.UNPROCESSABLE_CONTENT));
        } catch (Refused refused) {
            form.refuse(refused.refusal() == CapitalRefusal.UNKNOWN_CONTRACT ? "to" : "loans", refused);
            return page(actor, contract, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private ModelAndView page(Actor actor, String contract, HttpStatus status) {
        var page = new ModelAndView("loan/source/new", status);
        page.addObject("c", pages.choices(actor, contract));
        page.addObject("preview", ChangeWords.Look.NOTHING);
        return page;
    }
}
