package org.dongvon.identity.secondfactor;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.session.Arriving;
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

/** The steps of logging in that have to do with the second factor: showing it, and adding it where a role demands it. */
@Controller
class ArrivalController {

    private static final String CODE = "code";

    private final SecondFactors factors;
    private final Entrance entrance;

    ArrivalController(SecondFactors factors, Entrance entrance) {
        this.factors = factors;
        this.entrance = entrance;
    }

    @GetMapping("/login/code")
    String askForCode(Form form) {
        return "identity/login-code";
    }

    @PostMapping("/login/code")
    ModelAndView takeCode(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal Arriving person,
            Form form) {
        try {
            factors.check(person.owner(), form.text(CODE), Caller.of(request));
        } catch (Refused refused) {
            form.refuse(CODE, refused);
            return new ModelAndView("identity/login-code", Answers.status(refused));
        }
        var secret = entrance.codeGiven(request, response, person.signInId());
        return SeeOther.to(entrance.next(request, response, secret));
    }

    @GetMapping("/login/second-factor")
    ModelAndView askToAdd(@AuthenticationPrincipal Arriving person, Form form) {
        return page(person, form, HttpStatus.OK);
    }

    @PostMapping("/login/second-factor")
    ModelAndView add(
            HttpServletRequest request,
            HttpServletResponse response,
            @AuthenticationPrincipal Arriving person,
            Form form) {
        try {
            var codes = factors.add(person.owner(), form.text("sealed"), form.text(CODE), Caller.of(request));
            var secret = entrance.codeGiven(request, response, person.signInId());
            return new ModelAndView("identity/login-recovery-codes", "codes", codes)
                    .addObject("next", entrance.next(request, response, secret));
        } catch (Refused refused) {
            form.refuse(CODE, refused);
            return page(person, form, Answers.status(refused));
        }
    }

    private ModelAndView page(Arriving person, Form form, HttpStatus status) {
        return new ModelAndView("identity/login-second-factor", status)
                .addObject("form", form)
                .addObject("enrolment", EnrolmentForm.of(factors, person.owner(), form));
    }
}
