package org.dongvon.savings.consent;

import java.util.Set;
import org.dongvon.savings.SavingsRefusal;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** What members of a group signed about debits from their deposits, and the form that writes it down. */
@Controller
class ConsentController {

    private static final Set<Role> MAKERS = Set.of(Role.TELLER, Role.CREDIT_OFFICER);

    private final ConsentPages pages;
    private final RecordConsent consents;

    ConsentController(ConsentPages pages, RecordConsent consents) {
        this.pages = pages;
        this.consents = consents;
    }

    @GetMapping("/groups/{code}/consents")
    ModelAndView show(Actor actor, @PathVariable String code, Form form) {
        return page(actor, code, form, HttpStatus.OK);
    }

    @PostMapping("/groups/{code}/consents")
    ModelAndView create(Actor actor, @PathVariable String code, Form form) {
        var key = form.key();
        long member = form.read("member", ConsentController::member, 0L);
        var signed = form.date("signed");
        if (!form.isRight()) {
            return page(actor, code, form, HttpStatus.UNPROCESSABLE_CONTENT);
        }
        try {
            var given = !form.text("do").equals("end");
            consents.run(actor, key, new RecordConsent.Word(member, given, signed));
            return SeeOther.to("/groups/" + code + "/consents");
        } catch (Refused refused) {
            form.refuse("member", refused);
            return page(actor, code, form, Answers.status(refused));
        }
    }

    private static long member(String text) {
        if (!text.matches("\\d{1,18}")) {
            throw new Refused(SavingsRefusal.CONSENT_OF_NOBODY);
        }
        return Long.parseLong(text);
    }

    private ModelAndView page(Actor actor, String code, Form form, HttpStatus status) {
        form.withKey();
        var page = new ModelAndView("savings/consent/consents", status);
        page.addObject("shown", pages.of(actor, code));
        page.addObject("mayAsk", MAKERS.contains(actor.role()));
        return page;
    }
}
