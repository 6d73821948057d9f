package org.dongvon.loan.servicing;

import java.util.List;
import org.dongvon.engine.schedule.InstalmentState;
import org.dongvon.loan.servicing.LoanTerms.Loan;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
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

/**
 * The credit officer asks on a household's paper: to put an instalment off (08/TD), to extend the loan (09/TD), to
 * keep it for another cycle.
 */
@Controller
class ServicingController {

    static final String CONTRACT = "contract";

    private final LoanTerms terms;
    private final ExtendLoan extension;
    private final RollLoanOver rollover;
    private final ChangeForms forms;
    private final Transactions transactions;

    ServicingController(
            LoanTerms terms,
            ExtendLoan extension,
            RollLoanOver rollover,
            ChangeForms forms,
            Transactions transactions) {
        this.terms = terms;
        this.extension = extension;
        this.rollover = rollover;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/loans/{code}/instalments/{seq}/change")
    ModelAndView adjust(
            Actor actor,
            @PathVariable String code,
            @PathVariable String seq,
            @RequestAttribute("f") Formats formats,
            Form form) {
        var view = instalment(actor, code, seq);
        var next = view.all().get(view.all().indexOf(view.state()) + (view.isLast() ? 0 : 1));
        forms.begin(actor, form)
                .ifPresentOrElse(
                        former -> form.with(CONTRACT, formats.date(former.dateOf(CONTRACT))),
                        () -> form.with(CONTRACT, formats.date(next.instalment().contractDate())));
        return adjusting(view, HttpStatus.OK);
    }

    @PostMapping("/loans/{code}/instalments/{seq}/change")
    ModelAndView askToAdjust(Actor actor, @PathVariable String code, @PathVariable String seq, Form form) {
        var view = instalment(actor, code, seq);
        var wanted = Facts.none().date(CONTRACT, form.date(CONTRACT));
        return forms.send(actor, form, AdjustInstalment.NAME, code + ":" + seq, wanted)
                .orElseGet(() -> adjusting(view, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static ModelAndView adjusting(TermView view, HttpStatus status) {
        var page = new ModelAndView("loan/servicing/instalment", status);
        page.addObject("term", view);
        return page;
    }

    @GetMapping("/loans/{code}/extension")
    ModelAndView extend(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        return ask(actor, code, formats, form, extension);
    }

    @PostMapping("/loans/{code}/extension")
    ModelAndView askToExtend(Actor actor, @PathVariable String code, Form form) {
        return send(actor, code, form, extension);
    }

    @GetMapping("/loans/{code}/rollover")
    ModelAndView rollOver(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        return ask(actor, code, formats, form, rollover);
    }

    @PostMapping("/loans/{code}/rollover")
    ModelAndView askToRollOver(Actor actor, @PathVariable String code, Form form) {
        return send(actor, code, form, rollover);
    }

    private ModelAndView ask(Actor actor, String code, Formats formats, Form form, LastInstalmentLater measure) {
        var view = last(actor, code);
        forms.begin(actor, form).ifPresent(former -> form.with(CONTRACT, formats.date(former.dateOf(CONTRACT))));
        return page(actor, view, measure, HttpStatus.OK);
    }

    private ModelAndView send(Actor actor, String code, Form form, LastInstalmentLater measure) {
        var view = last(actor, code);
        var wanted = Facts.none().date(CONTRACT, form.date(CONTRACT));
        return forms.send(actor, form, measure.name(), code, wanted)
                .orElseGet(() -> page(actor, view, measure, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView page(Actor actor, TermView view, LastInstalmentLater measure, HttpStatus status) {
        var page = new ModelAndView(measure.template(), status);
        page.addObject("term", view);
        page.addObject("latest", transactions.read(actor, () -> measure.latest(view.loan())));
        return page;
    }

    private TermView instalment(Actor actor, String code, String seq) {
        return transactions.read(actor, () -> {
            var loan = terms.running(code);
            var all = terms.instalments(loan);
            return new TermView(
                    loan, all, AdjustInstalment.Subject.parse(code + ":" + seq).instalment(all));
        });
    }

    private TermView last(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var loan = terms.running(code);
            var all = terms.instalments(loan);
            return new TermView(loan, all, all.getLast());
        });
    }

    /** A loan with its instalments and the one that is spoken of. */
    record TermView(Loan loan, List<InstalmentState> all, InstalmentState state) implements ShowsPeople {

        public boolean isLast() {
            return state.equals(all.getLast());
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return loan.people();
        }
    }
}
