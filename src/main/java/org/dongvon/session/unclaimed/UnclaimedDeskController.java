package org.dongvon.session.unclaimed;

import java.util.Arrays;
import java.util.List;
import org.dongvon.ledger.VoucherNumber;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.savings.unclaimed.Claimant;
import org.dongvon.savings.unclaimed.Unclaimed;
import org.dongvon.savings.unclaimed.Unclaimed.Receiver;
import org.dongvon.savings.unclaimed.UnclaimedDeposits;
import org.dongvon.session.SessionHeads;
import org.dongvon.session.SessionHeads.SessionHead;
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

/** Unclaimed deposits of the session's point, which the teller pays out. */
@Controller
class UnclaimedDeskController {

    private static final String ID = "unclaimed";

    private final UnclaimedDeposits unclaimed;
    private final SessionHeads heads;
    private final PayUnclaimed pay;
    private final Transactions transactions;

    UnclaimedDeskController(
            UnclaimedDeposits unclaimed, SessionHeads heads, PayUnclaimed pay, Transactions transactions) {
        this.unclaimed = unclaimed;
        this.heads = heads;
        this.pay = pay;
        this.transactions = transactions;
    }

    @GetMapping("/sessions/{id}/unclaimed")
    ModelAndView show(Actor actor, @PathVariable long id, Form form) {
        return page(actor, find(actor, id), form, HttpStatus.OK);
    }

    @PostMapping("/sessions/{id}/unclaimed")
    ModelAndView pay(Actor actor, @PathVariable long id, Form form) {
        var key = form.key();
        var found = find(actor, id);
        long chosen = form.read(ID, UnclaimedDeskController::number, 0L);
        var receiver = form.read("receiver", UnclaimedDeskController::receiver, Receiver.OWNER);
        if (!form.isRight()) {
            return page(actor, found, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var claimant = new Claimant(receiver, form.text("name"), form.text("paper"));
            int number = pay.run(actor, new PayUnclaimed.Payment(key, id, chosen, claimant));
            var head = found.head();
            return SeeOther.to("/vouchers/"
                    + new VoucherNumber(head.place().code(), head.day().getYear(), number));
        } catch (Refused refused) {
            form.refuse(refused.refusal() == SavingsRefusal.CLAIMANT_WORDS ? "name" : ID, refused);
            return page(actor, found, form, Answers.status(refused));
        }
    }

    private static long number(String typed) {
        if (!typed.matches("\\d{1,18}")) {
            throw new Refused(SavingsRefusal.UNKNOWN_UNCLAIMED);
        }
        return Long.parseLong(typed);
    }

    private static Receiver receiver(String typed) {
        return Arrays.stream(Receiver.values())
                .filter(each -> each.name().equals(typed))
                .findFirst()
                .orElseThrow(() -> new Refused(SavingsRefusal.UNKNOWN_UNCLAIMED));
    }

    private Found find(Actor actor, long session) {
        return transactions.read(actor, () -> {
            var head = heads.get(session);
            return new Found(
                    head,
                    unclaimed.ofPoint(head.session().pointId()).stream()
                            .filter(Unclaimed::isOpen)
                            .toList());
        });
    }

    private static ModelAndView page(Actor actor, Found found, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("session/unclaimed/desk", status);
        page.addObject("found", found);
        page.addObject("head", found.head());
        page.addObject("mine", found.head().isTeller(actor.id()));
        page.addObject("receivers", Receiver.values());
        return page;
    }

    /** What waits at the session's point. */
    record Found(SessionHead head, List<Unclaimed> rows) implements ShowsPeople {

        @Override
        public Purpose purpose() {
            return Purpose.SESSION;
        }

        @Override
        public List<Long> people() {
            return rows.stream().map(each -> each.owner().personId()).distinct().toList();
        }
    }
}
