package org.dongvon.loan.credit;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanCredits;
import org.dongvon.loan.LoanCredits.Standing;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.credit.CreditBook.Other;
import org.dongvon.loan.credit.CreditBook.Overpaid;
import org.dongvon.loan.credit.CreditBook.Use;
import org.dongvon.loan.disbursement.Payee;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** Money paid too much on a loan: how much, what became of it, what shall become of it. */
@Controller
class CreditController {

    private final CreditBook book;
    private final LoanCredits credits;
    private final ChangeForms forms;
    private final Transactions transactions;

    CreditController(CreditBook book, LoanCredits credits, ChangeForms forms, Transactions transactions) {
        this.book = book;
        this.credits = credits;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/loans/{code}/credit")
    ModelAndView show(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        var view = view(actor, code);
        forms.begin(actor, form)
                .ifPresentOrElse(
                        former -> fill(form, former, formats),
                        () -> form.with("amount", formats.dong(view.credit()))
                                .with("use", view.others().isEmpty() ? UseCredit.TRANSFER : UseCredit.SET_OFF));
        return page(view, HttpStatus.OK);
    }

    private static void fill(Form form, Facts former, Formats formats) {
        form.with("amount", formats.dong(former.dongOf("amount"))).with("use", UseCredit.useOf(former));
        for (var field : List.of("other", "holder", "account", "bank")) {
            if (former.has(field)) {
                form.with(field, former.textOf(field));
            }
        }
    }

    @PostMapping("/loans/{code}/credit")
    ModelAndView ask(Actor actor, @PathVariable String code, Form form) {
        var view = view(actor, code);
        var amount = form.money("amount");
        var wanted = form.text("use").equals(UseCredit.SET_OFF)
                ? UseCredit.setOff(amount, form.text("other"))
                : form.read("account", account -> UseCredit.payBack(amount, payee(form, account)), Facts.none());
        return forms.send(actor, form, UseCredit.NAME, code, wanted)
                .orElseGet(() -> page(view, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static Payee payee(Form form, String account) {
        return new Payee(Payee.Kind.BORROWER, form.text("holder"), account, form.text("bank"), "");
    }

    @GetMapping("/loans/{code}/credit/{use}")
    ModelAndView showUse(Actor actor, @PathVariable String code, @PathVariable long use, Form form) {
        var view = view(actor, code);
        forms.begin(actor, form);
        return page(view, view.get(use), HttpStatus.OK);
    }

    @PostMapping("/loans/{code}/credit/{use}")
    ModelAndView takeBack(Actor actor, @PathVariable String code, @PathVariable long use, Form form) {
        var view = view(actor, code);
        var taken = view.get(use);
        var wanted = TakeCreditBack.whole(taken.amount());
        return forms.send(actor, form, TakeCreditBack.NAME, TakeCreditBack.subject(code, use), wanted)
                .orElseGet(() -> page(view, taken, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private View view(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var loan = book.get(code);
            var day = loan.place().day();
            var standing = credits.read(List.of(loan.id()), day).get(loan.id());
            var others = book.others(loan);
            var owed = credits.read(others.stream().map(Other::id).toList(), day);
            return new View(
                    loan,
                    standing == null ? Dong.ZERO : standing.credit(),
                    others.stream()
                            .map(each -> new Debt(each.code(), owed.get(each.id())))
                            .toList(),
                    book.uses(loan.id()));
        });
    }

    private static ModelAndView page(View view, HttpStatus status) {
        var page = new ModelAndView("loan/credit/credit", status);
        page.addObject("view", view);
        return page;
    }

    private static ModelAndView page(View view, Use use, HttpStatus status) {
        var page = new ModelAndView("loan/credit/back", status);
        page.addObject("view", view);
        page.addObject("use", use);
        return page;
    }

    /** Another loan of the borrower and what it owes on the open day. */
    record Debt(String code, @Nullable Standing standing) {}

    /** A loan with its credit, the loans it may be set off against, and what became of it. */
    record View(Overpaid loan, Dong credit, List<Debt> others, List<Use> uses) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return loan.people();
        }

        Use get(long id) {
            return uses.stream()
                    .filter(each -> each.id() == id)
                    .findFirst()
                    .orElseThrow(() -> new Refused(LoanRefusal.CREDIT_USE_UNKNOWN, loan.code() + ":" + id));
        }
    }
}
