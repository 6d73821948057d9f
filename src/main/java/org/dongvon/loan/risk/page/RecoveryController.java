package org.dongvon.loan.risk.page;

import java.util.List;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.WrittenOffDebt;
import org.dongvon.loan.WrittenOffDebt.Claimed;
import org.dongvon.loan.risk.RecoveryChange;
import org.dongvon.loan.risk.page.RiskReader.OfLoan;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
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

/** The accountant enters what came in by transfer of a loan written off. */
@Controller
class RecoveryController {

    private final RiskReader reader;
    private final WrittenOffDebt debt;
    private final ChangeForms forms;
    private final Transactions transactions;

    RecoveryController(RiskReader reader, WrittenOffDebt debt, ChangeForms forms, Transactions transactions) {
        this.reader = reader;
        this.debt = debt;
        this.forms = forms;
        this.transactions = transactions;
    }

    @GetMapping("/loans/{code}/recovery")
    ModelAndView show(Actor actor, @PathVariable String code, @RequestAttribute("f") Formats formats, Form form) {
        forms.begin(actor, form)
                .ifPresent(former -> form.with("principal", formats.dong(former.dongOf("principal")))
                        .with("interest", formats.dong(former.dongOf("interest"))));
        return page(actor, code, HttpStatus.OK);
    }

    @PostMapping("/loans/{code}/recovery")
    ModelAndView ask(Actor actor, @PathVariable String code, Form form) {
        page(actor, code, HttpStatus.OK);
        var received = new Claimed(form.money("principal"), form.money("interest"));
        return forms.send(actor, form, RecoveryChange.NAME, code, RecoveryChange.received(received))
                .orElseGet(() -> page(actor, code, HttpStatus.UNPROCESSABLE_CONTENT));
    }

    private ModelAndView page(Actor actor, String code, HttpStatus status) {
        var page = new ModelAndView("loan/risk/recovery", status);
        page.addObject(
                "recovery",
                transactions.read(
                        actor,
                        () -> reader.loan(code)
                                .map(loan -> new RecoveryView(loan, debt.claimed(loan.id())))
                                .orElseThrow(() -> new Refused(LoanRefusal.UNKNOWN_LOAN, code))));
        return page;
    }

    /** What is still claimed of a loan. */
    record RecoveryView(OfLoan loan, Claimed claimed) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.LOANS;
        }

        @Override
        public List<Long> people() {
            return loan.who().named();
        }
    }
}
