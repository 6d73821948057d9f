package org.dongvon.session.closing;

import org.dongvon.engine.money.Dong;
import org.dongvon.session.closing.CashPage.Alarm;
import org.dongvon.session.closing.CashPage.Cash;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

@Controller
class CashController {

    private final CashPage pages;
    private final CloseSession closeSession;

    CashController(CashPage pages, CloseSession closeSession) {
        this.pages = pages;
        this.closeSession = closeSession;
    }

    @GetMapping("/sessions/{id}/cash")
    ModelAndView show(Actor actor, @PathVariable long id, Form form) {
        return page(actor, id, form, null, HttpStatus.OK);
    }

    @PostMapping("/sessions/{id}/cash")
    ModelAndView close(Actor actor, @PathVariable long id, Form form) {
        var key = form.key();
        var count = CountedNotes.read(form);
        if (!form.isRight() || count == null) {
            return page(actor, id, form, null, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        if (form.text("do").equals("count")) {
            return page(actor, id, form, count, HttpStatus.OK);
        }
        try {
            closeSession.run(actor, key, id, count, form.text("reason"));
            return SeeOther.to("/sessions/" + id + "/cash");
        } catch (Refused refused) {
            form.refuse("reason", refused);
            return page(actor, id, form, count, Answers.status(refused));
        }
    }

    private ModelAndView page(Actor actor, long id, Form form, @Nullable CashCount count, HttpStatus status) {
        var cash = pages.read(actor, id);
        form.withKey();
        var page = new ModelAndView("session/closing/cash", status);
        page.addObject("cash", cash);
        page.addObject("head", cash.head());
        page.addObject("mine", cash.head().isController(actor.id()));
        page.addObject("denominations", CashCount.DENOMINATIONS);
        page.addObject("counted", count);
        page.addObject("result", result(cash, count));
        return page;
    }

    private static @Nullable Result result(Cash cash, @Nullable CashCount count) {
        var stored = cash.stored();
        if (stored != null) {
            return new Result(stored.expected(), stored.counted(), cash.alarm());
        }
        return count == null ? null : new Result(cash.expected(), count.total(), cash.alarm());
    }

    /** The book's cash beside the cash counted. */
    record Result(Dong expected, Dong counted, Alarm alarm) {

        public Dong gap() {
            return counted.minus(expected);
        }

        /** Less than the smallest note cannot be counted: it is no difference. */
        public boolean isEven() {
            return Math.abs(gap().amount()) < CashCount.DENOMINATIONS.getLast();
        }

        public boolean isShort() {
            return !isEven() && gap().isNegative();
        }

        public boolean isToReport() {
            return expected.minus(counted).compareTo(alarm.from()) >= 0;
        }

        public Dong missing() {
            return expected.minus(counted);
        }
    }
}
