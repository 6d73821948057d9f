package org.dongvon.session.withdrawal;

import org.dongvon.engine.money.Dong;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.session.SessionRefusal;
import org.dongvon.session.withdrawal.WithdrawSavings.Settling;
import org.dongvon.session.withdrawal.WithdrawSavings.Withdrawal;
import org.dongvon.session.withdrawal.WithdrawalDesk.Found;
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

@Controller
class WithdrawalController {

    private final WithdrawalDesk desk;
    private final WithdrawSavings withdraw;

    WithdrawalController(WithdrawalDesk desk, WithdrawSavings withdraw) {
        this.desk = desk;
        this.withdraw = withdraw;
    }

    @GetMapping("/sessions/{id}/withdrawals")
    ModelAndView show(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") String q, Form form) {
        return page(actor, desk.find(actor, id, q), form, HttpStatus.OK);
    }

    @PostMapping("/sessions/{id}/withdrawals")
    ModelAndView pay(Actor actor, @PathVariable long id, Form form) {
        var key = form.key();
        var found = desk.find(actor, id, form.text("q"));
        boolean whole = form.text("do").equals("settle");
        var amount = whole ? Dong.ZERO : form.money("amount");
        long member = form.read("member", WithdrawalController::member, 0L);
        if (!form.isRight()) {
            return page(actor, found, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            int number = whole
                    ? withdraw.settle(actor, new Settling(key, form.keyOf(member), id, member))
                    : withdraw.run(actor, new Withdrawal(key, form.keyOf(member), id, member, amount));
            var head = found.head();
            return SeeOther.to("/vouchers/"
                    + new VoucherNumber(head.place().code(), head.day().getYear(), number));
        } catch (Refused refused) {
            form.refuse(whole ? "member" : "amount", refused);
            return page(actor, found, form, Answers.status(refused));
        }
    }

    private static long member(String text) {
        if (text.isEmpty()) {
            throw new Refused(SessionRefusal.WITHDRAWAL_BY_NOBODY);
        }
        return Long.parseLong(text);
    }

    private static ModelAndView page(Actor actor, Found found, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("session/withdrawal/withdrawal", status);
        page.addObject("found", found);
        page.addObject("head", found.head());
        page.addObject("mine", found.head().isTeller(actor.id()));
        return page;
    }
}
