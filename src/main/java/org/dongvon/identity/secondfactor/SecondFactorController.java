package org.dongvon.identity.secondfactor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.dongvon.identity.Door;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.session.Entrance;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** One's own second factor: adding it, new recovery codes, taking it away for another telephone. */
@Controller
class SecondFactorController {

    private static final String PAGE = "identity/account/second-factor";

    private final SecondFactors factors;
    private final Entrance entrance;

    SecondFactorController(SecondFactors factors, Entrance entrance) {
        this.factors = factors;
        this.entrance = entrance;
    }

    @GetMapping("/account/second-factor")
    ModelAndView show(@AuthenticationPrincipal SignedIn person, Form form) {
        return page(person, form, HttpStatus.OK);
    }

    @PostMapping("/account/second-factor")
    ModelAndView add(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal SignedIn person,
            Form form) {
        try {
            var codes = factors.add(person.owner(), form.text("sealed"), form.text("code"), Caller.of(request));
            if (person.door() instanceof Door.Page(var signIn)) {
                entrance.codeGiven(request, response, signIn);
            }
            return new ModelAndView("identity/account/recovery-codes", "codes", codes);
        } catch (Refused refused) {
            return refused(person, form, "code", refused);
        }
    }

    @PostMapping("/account/second-factor/recovery-codes")
    ModelAndView renew(HttpServletRequest request, @AuthenticationPrincipal SignedIn person, Form form) {
        try {
            var codes = factors.renewRecoveryCodes(person.owner(), form.text("renewal"), Caller.of(request));
            return new ModelAndView("identity/account/recovery-codes", "codes", codes);
        } catch (Refused refused) {
            return refused(person, form, "renewal", refused);
        }
    }

    @PostMapping("/account/second-factor/removal")
    ModelAndView remove(HttpServletRequest request, @AuthenticationPrincipal SignedIn person, Form form) {
        try {
            factors.remove(person.owner(), form.text("removal"), Caller.of(request));
            return SeeOther.to("/account/second-factor");
        } catch (Refused refused) {
            return refused(person, form, "removal", refused);
        }
    }

    private ModelAndView refused(SignedIn person, Form form, String field, Refused refused) {
        form.refuse(field, refused);
        return page(person, form, Answers.status(refused));
    }

    private ModelAndView page(SignedIn person, Form form, HttpStatus status) {
        var page = new ModelAndView(PAGE, status).addObject("form", form);
        var added = factors.addedAt(person.actor().id());
        if (added.isPresent()) {
            return page.addObject("added", added.get())
                    .addObject("left", factors.recoveryCodesLeft(person.actor().id()));
        }
        return page.addObject("enrolment", EnrolmentForm.of(factors, person.owner(), form));
    }
}
