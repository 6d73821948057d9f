package org.dongvon.fee.payment;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.dongvon.fee.FeeRefusal;
import org.dongvon.fee.payment.SessionFees.Desk;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.session.PaperCodes;
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

/** Commission and fee of a session's point: the teller pays them, or takes a payment back; the receipt of a voucher. */
@Controller
class SessionFeeController {

    private final SessionFees fees;
    private final PayDues pay;
    private final TakePaymentBack takeBack;
    private final PaymentPapers papers;
    private final PaperCodes codes;

    SessionFeeController(
            SessionFees fees, PayDues pay, TakePaymentBack takeBack, PaymentPapers papers, PaperCodes codes) {
        this.codes = codes;
        this.fees = fees;
        this.pay = pay;
        this.takeBack = takeBack;
        this.papers = papers;
    }

    @GetMapping("/sessions/{id}/fees")
    ModelAndView show(Actor actor, @PathVariable long id, Form form) {
        return page(actor, fees.of(actor, id), form, HttpStatus.OK);
    }

    @PostMapping("/sessions/{id}/fees")
    ModelAndView pay(Actor actor, @PathVariable long id, @RequestParam(defaultValue = "") List<Long> due, Form form) {
        var desk = fees.of(actor, id);
        var key = form.key();
        var lines = due.stream()
                .distinct()
                .map(each -> new PayDues.Line(form.keyOf(each), each, way(form.text("way-" + each))))
                .toList();
        try {
            int number = pay.run(actor, new PayDues.Order(key, id, lines));
            var head = desk.head();
            return SeeOther.to(
                    "/fees/payment?voucher=" + VoucherNumber.of(head.place().code(), head.day(), number));
        } catch (Refused refused) {
            form.refuse("due", refused);
            return page(actor, fees.of(actor, id), form, Answers.status(refused));
        }
    }

    private static Way way(String typed) {
        return typed.equals(Way.DEPOSIT.name()) ? Way.DEPOSIT : Way.CASH;
    }

    @PostMapping("/sessions/{id}/fees/reversal")
    ModelAndView takeBack(Actor actor, @PathVariable long id, Form form) {
        var desk = fees.of(actor, id);
        var key = form.key();
        try {
            var order = new TakePaymentBack.Order(key, id, line(form.text("line")), form.text("reason"));
            int number = takeBack.run(actor, order);
            var head = desk.head();
            return SeeOther.to("/vouchers/" + VoucherNumber.of(head.place().code(), head.day(), number));
        } catch (Refused refused) {
            form.refuse("reason", refused);
            return page(actor, fees.of(actor, id), form, Answers.status(refused));
        }
    }

    private static UUID line(String typed) {
        try {
            return UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw new Refused(FeeRefusal.DUE_NOT_CHOSEN);
        }
    }

    @GetMapping("/fees/payment")
    ModelAndView receipt(Actor actor, @RequestParam(defaultValue = "") String voucher) {
        var paper = papers.show(actor, voucher);
        var checks = paper.lines().stream()
                .collect(Collectors.toMap(
                        PaymentPapers.Line::number,
                        line -> codes.of(
                                paper.head().pointId(), line.mark().id(), PaymentCodes.amounts(line.amount()))));
        return new ModelAndView("fee/receipt", "paper", paper).addObject("checks", checks);
    }

    private static ModelAndView page(Actor actor, Desk desk, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("fee/session", status);
        page.addObject("desk", desk);
        page.addObject("head", desk.head());
        page.addObject("mine", desk.head().isTeller(actor.id()));
        return page;
    }
}
