package org.dongvon.session.handover;

import org.dongvon.session.SessionRefusal;
import org.dongvon.session.closing.CashCount;
import org.dongvon.session.closing.CountedNotes;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class HandOverController {

    private static final String VAULT = "vault";

    private final HandOverPage pages;
    private final HandOverCash handOver;

    HandOverController(HandOverPage pages, HandOverCash handOver) {
        this.pages = pages;
        this.handOver = handOver;
    }

    @GetMapping("/hand-overs")
    ModelAndView show(Actor actor, @RequestParam(defaultValue = "") String office, Form form) {
        return page(actor, office, form, HttpStatus.OK);
    }

    @PostMapping("/hand-overs")
    ModelAndView give(Actor actor, Form form) {
        var key = form.key();
        var from = form.read("from", HandOverController::side, 0L);
        var to = form.read("to", HandOverController::side, 0L);
        var count = CountedNotes.read(form);
        if (form.isRight() && count != null) {
            try {
                handOver.give(actor, key, new HandOverCash.Giving(session(from), session(to), count));
                return SeeOther.to("/hand-overs");
            } catch (Refused refused) {
                form.refuse(field(refused), refused);
                return page(actor, "", form, Answers.status(refused));
            }
        }
        return page(actor, "", form, HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @PostMapping("/hand-overs/{id}/taking")
    ModelAndView take(Actor actor, @PathVariable long id, Form form) {
        if (form.text("do").equals("back")) {
            handOver.takeBack(actor, form.key(), id);
        } else {
            handOver.take(actor, form.key(), id);
        }
        return SeeOther.to("/hand-overs");
    }

    private static String field(Refused refused) {
        return refused.refusal() == SessionRefusal.HAND_OVER_TO_ITSELF
                        || refused.refusal() == SessionRefusal.HAND_OVER_NOT_YOURS
                ? "to"
                : CountedNotes.FIRST;
    }

    private static Long side(String text) {
        if (text.equals(VAULT)) {
            return 0L;
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new Refused(SessionRefusal.UNKNOWN_SESSION, text);
        }
    }

    private static @Nullable Long session(long side) {
        return side == 0 ? null : side;
    }

    private ModelAndView page(Actor actor, String office, Form form, HttpStatusCode status) {
        form.withKey();
        var page = new ModelAndView("session/handover/hand-overs", status);
        page.addObject("page", pages.read(actor, office));
        page.addObject("denominations", CashCount.DENOMINATIONS);
        return page;
    }
}
