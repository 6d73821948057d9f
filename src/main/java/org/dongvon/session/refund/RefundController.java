package org.dongvon.session.refund;

import java.util.List;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.loan.CashRefunds;
import org.dongvon.loan.CashRefunds.Overpaid;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.refund.RefundCredit.Refund;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.Refused;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.Transactions;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class RefundController {

    private final SessionHeads heads;
    private final CashRefunds refunds;
    private final RefundCredit refund;
    private final Transactions transactions;

    RefundController(SessionHeads heads, CashRefunds refunds, RefundCredit refund, Transactions transactions) {
        this.heads = heads;
        this.refunds = refunds;
        this.refund = refund;
        this.transactions = transactions;
    }

    @GetMapping("/sessions/{id}/refunds")
    ModelAndView show(Actor actor, @PathVariable long id, Form form) {
        return page(actor, find(actor, id), form, HttpStatus.OK);
    }

    @PostMapping("/sessions/{id}/refunds")
    ModelAndView pay(Actor actor, @PathVariable long id, Form form) {
        var key = form.key();
        var found = find(actor, id);
        var amount = form.money("amount");
        long loan = form.read("loan", RefundController::loan, 0L);
        if (!form.isRight()) {
            return page(actor, found, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            int number = refund.run(actor, new Refund(key, form.keyOf(loan), id, loan, amount));
            var head = found.head();
            return SeeOther.to("/vouchers/"
                    + new VoucherNumber(head.place().code(), head.day().getYear(), number));
        } catch (Refused refused) {
            form.refuse("amount", refused);
            return page(actor, found, form, Answers.status(refused));
        }
    }

    private static long loan(String text) {
        if (text.isEmpty()) {
            throw new Refused(SessionRefusal.REFUND_OF_NO_LOAN);
        }
        return Long.parseLong(text);
    }

    private Found find(Actor actor, long id) {
        return transactions.read(actor, () -> {
            var head = heads.get(id);
            return new Found(head, refunds.of(head.session().pointId(), head.day()));
        });
    }

    private static ModelAndView page(Actor actor, Found found, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("session/refund/refund", status);
        page.addObject("found", found);
        page.addObject("head", found.head());
        page.addObject("mine", found.head().isTeller(actor.id()));
        return page;
    }

    /** The loans of the session's point on which too much was paid. */
    record Found(SessionHead head, List<Overpaid> loans) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return loans.stream().map(each -> each.borrower().id()).toList();
        }
    }
}
