package org.dongvon.loan.disbursement;

import java.util.List;
import org.dongvon.engine.money.Dong;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.PartDisbursements;
import org.dongvon.loan.PartDisbursements.Drawing;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.change.ChangeForms;
import org.dongvon.shared.change.Facts;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.servlet.ModelAndView;

/** A payment to an account on the borrower's paper (GNCK), and the end of what is not taken. */
@Controller
class TransferController {

    private final PartDisbursements disbursements;
    private final EndUndrawn end;
    private final ChangeForms forms;
    private final Transactions transactions;

    TransferController(PartDisbursements disbursements, EndUndrawn end, ChangeForms forms, Transactions transactions) {
        this.disbursements = disbursements;
        this.end = end;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/loans/{code}/transfer")
    ModelAndView form(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        var view = view(actor, code);
        forms.begin(actor, form)
                .ifPresentOrElse(
                        former -> fill(form, former.dongOf("amount"), TransferLoan.payee(former), formats),
                        () -> form.with(
                                        "amount",
                                        formats.dong(view.drawing().sums().undrawn()))
                                .with("payee", Payee.Kind.BORROWER.name()));
        return page(view, HttpStatus.OK);
    }

    private static void fill(Form form, Dong amount, Payee payee, Formats formats) {
        form.with("amount", formats.dong(amount))
                .with("payee", payee.kind().name())
                .with("holder", payee.holder())
                .with("account", payee.account())
                .with("bank", payee.bank())
                .with("invoice", payee.document());
    }

    @PostMapping("/loans/{code}/transfer")
    ModelAndView ask(Actor actor, @PathVariable String code, Form form) {
        var view = view(actor, code);
        var amount = form.money("amount");
        var wanted = form.read("account", account -> TransferLoan.wanted(amount, payee(form, account)), Facts.none());
        return forms.send(actor, form, TransferLoan.NAME, code, wanted)
                .orElseGet(() -> page(view, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private static Payee payee(Form form, String account) {
        return new Payee(
                kind(form.text("payee")), form.text("holder"), account, form.text("bank"), form.text("invoice"));
    }

    private static Payee.Kind kind(String typed) {
        for (var each : Payee.Kind.values()) {
            if (each.name().equals(typed)) {
                return each;
            }
        }
        throw new Refused(LoanRefusal.PAYEE_INCOMPLETE);
    }

    @PostMapping("/loans/{code}/undrawn")
    ModelAndView end(Actor actor, @PathVariable String code, Form form) {
        var view = view(actor, code);
        var key = form.key();
        try {
            end.run(actor, key, code, form.text("why"));
            return SeeOther.to("/loans/" + code);
        } catch (Refused refused) {
            form.refuse("why", refused);
            form.withKey();
            return page(view, Answers.status(refused));
        }
    }

    private View view(Actor actor, String code) {
        return transactions.read(actor, () -> {
            var drawing = disbursements.open(code);
            return new View(drawing, disbursements.paysInParts(drawing), actor.role() == Role.CREDIT_OFFICER);
        });
    }

    private static ModelAndView page(View view, HttpStatus status) {
        var page = new ModelAndView("loan/disbursement/transfer", status);
        page.addObject("view", view);
        return page;
    }

    /**
     * A loan out of which money may go.
     *
     * @param parts whether it may go in parts
     */
    record View(Drawing drawing, boolean parts, boolean officer) implements ShowsPeople {

        /** Whether the reader may give the rest up. */
        public boolean mayEnd() {
            return officer && !drawing.isFirst();
        }

        public List<Payee.Kind> payees() {
            return List.of(Payee.Kind.values());
        }

        public @Nullable String name() {
            return drawing.borrower().name();
        }

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return drawing.people();
        }
    }
}
