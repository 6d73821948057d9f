package org.dongvon.identity.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.dongvon.identity.Door;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.BrowserName;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.identity.password.CheckPassword;
import org.dongvon.identity.session.SignIns;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.Form;
import org.dongvon.shared.web.SeeOther;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where one is logged in, and ending it there, for who knows the password. */
@Controller
class SignInController {

    private static final String PASSWORD = "password";

    private final SignIns signIns;
    private final CheckPassword checkPassword;
    private final SecurityEvents events;

    SignInController(SignIns signIns, CheckPassword checkPassword, SecurityEvents events) {
        this.signIns = signIns;
        this.checkPassword = checkPassword;
        this.events = events;
    }

    @GetMapping("/account/sign-ins")
    ModelAndView list(@AuthenticationPrincipal SignedIn person, Form form) {
        return page(person, form, HttpStatus.OK);
    }

    @PostMapping("/account/sign-ins/{id}/end")
    ModelAndView end(
            HttpServletRequest request, @PathVariable long id, @AuthenticationPrincipal SignedIn person, Form form) {
        return proven(request, person, form, () -> {
            if (!signIns.end(person.actor().id(), id)) {
                throw new Refused(IdentityRefusal.UNKNOWN_SIGN_IN);
            }
            return 1;
        });
    }

    @PostMapping("/account/sign-ins/others/end")
    ModelAndView endOthers(HttpServletRequest request, @AuthenticationPrincipal SignedIn person, Form form) {
        return proven(
                request, person, form, () -> signIns.endOthers(person.actor().id(), here(person)));
    }

    /** Ends sign-ins of an owner who types the password once more; whoever sits at a browser left open does not. */
    private ModelAndView proven(HttpServletRequest request, SignedIn person, Form form, LongSupplier end) {
        var caller = Caller.of(request);
        if (checkPassword
                .run(person.owner().login(), form.text(PASSWORD), caller)
                .isEmpty()) {
            form.refuse(PASSWORD, new Refused(IdentityRefusal.PASSWORD_WRONG));
            return page(person, form, Answers.status(Objects.requireNonNull(form.wrong(PASSWORD))));
        }
        long ended = end.getAsLong();
        events.note(SecurityEvent.SIGN_IN_ENDED, person.actor().id(), caller, Long.toString(ended));
        return SeeOther.to("/account/sign-ins");
    }

    private ModelAndView page(SignedIn person, Form form, HttpStatus status) {
        return new ModelAndView("identity/account/sign-ins", status)
                .addObject("form", form)
                .addObject("signIns", shown(person));
    }

    private List<Shown> shown(SignedIn person) {
        return signIns.alive(person.actor().id()).stream()
                .map(each -> new Shown(
                        each.id(),
                        each.id() == here(person),
                        each.beganAt(),
                        each.seenAt(),
                        each.address(),
                        BrowserName.of(each.browser())))
                .toList();
    }

    private static long here(SignedIn person) {
        return person.door() instanceof Door.Page(var id) ? id : 0;
    }

    /** A browser of one's own; {@code here} is the one that asks. */
    record Shown(long id, boolean here, Instant beganAt, Instant seenAt, String address, String browser) {}
}
