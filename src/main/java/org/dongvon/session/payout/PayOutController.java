package org.dongvon.session.payout;

import java.util.List;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.payout.PayOutDesk.Waiting;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The approved loans of the session's point: the teller pays those out whose borrowers have come. */
@Controller
class PayOutController {

    private final PayOutDesk desk;
    private final PayOutLoans payOut;

    PayOutController(PayOutDesk desk, PayOutLoans payOut) {
        this.desk = desk;
        this.payOut = payOut;
    }

    @GetMapping("/sessions/{id}/payouts")
    ModelAndView show(Actor actor, @PathVariable long id, Form form) {
        return page(actor, desk.of(actor, id), form, HttpStatus.OK);
    }

    @PostMapping("/sessions/{id}/payouts")
    ModelAndView pay(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") List<Long> loan, Form form) {
        var waiting = desk.of(actor, id);
        var key = form.key();
        var lines = loan.stream()
                .distinct()
                .map(each -> new PayOutLoans.PayOutLine(form.keyOf(each), each))
                .toList();
        try {
            if (lines.isEmpty()) {
                throw new Refused(SessionRefusal.NOBODY_TO_PAY);
            }
            int number = payOut.run(actor, new PayOutLoans.PayOut(key, id, lines));
            var head = waiting.head();
            return SeeOther.to("/vouchers/"
                    + new VoucherNumber(head.place().code(), head.day().getYear(), number));
        } catch (Refused refused) {
            form.refuse("loan", refused);
            return page(actor, desk.of(actor, id), form, Answers.status(refused));
        }
    }

    private static ModelAndView page(Actor actor, Waiting waiting, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("session/payout/payout", status);
        page.addObject("waiting", waiting);
        page.addObject("head", waiting.head());
        page.addObject("mine", waiting.head().isTeller(actor.id()));
        return page;
    }
}
