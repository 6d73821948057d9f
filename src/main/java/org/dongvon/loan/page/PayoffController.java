package org.dongvon.loan.page;

import java.util.List;
import org.dongvon.loan.LoanRefusal;
import org.dongvon.loan.PayoffPreview;
import org.dongvon.loan.PayoffPreview.Payoff;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** What pays a loan off on a day, and on each of the days after it. */
@Controller
class PayoffController {

    private static final int DAYS = 7;

    private final LoanFiles files;
    private final PayoffPreview preview;
    private final Transactions transactions;

    PayoffController(LoanFiles files, PayoffPreview preview, Transactions transactions) {
        this.files = files;
        this.preview = preview;
        this.transactions = transactions;
    }

    @GetMapping("/loans/{code}/payoff")
    ModelAndView show(Actor actor, @PathVariable String code, Form form) {
        var page = new ModelAndView("loan/payoff", HttpStatus.OK);
        page.addObject("code", code);
        var from = form.text("on").isBlank() ? null : form.date("on");
        if (!form.isRight()) {
            transactions.read(actor, () -> files.get(code));
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        try {
            List<Payoff> days =
                    transactions.read(actor, () -> preview.of(files.get(code).id(), from, DAYS));
            page.addObject("days", days);
        } catch (Refused refused) {
            if (refused.refusal() == LoanRefusal.UNKNOWN_LOAN) {
                throw refused;
            }
            form.refuse("on", refused);
            page.setStatus(Answers.status(refused));
        }
        return page;
    }
}
