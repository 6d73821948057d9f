package org.dongvon.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import org.dongvon.identity.Door;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.BrowserName;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.shared.Refused;
import org.dongvon.shared.web.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Where one is logged in, and ending it there. */
@Controller
class SignInController {

    private final SignIns signIns;
    private final SecurityEvents events;

    SignInController(SignIns signIns, SecurityEvents events) {
        this.signIns = signIns;
        this.events = events;
    }

    @GetMapping("/account/sign-ins")
    String list(@AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("signIns", shown(person));
        return "identity/account/sign-ins";
    }

    @PostMapping("/account/sign-ins/{id}/end")
    ModelAndView end(HttpServletRequest request, @PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        if (!signIns.end(person.actor().id(), id)) {
            throw new Refused(IdentityRefusal.UNKNOWN_SIGN_IN);
        }
        events.note(SecurityEvent.SIGN_IN_ENDED, person.actor().id(), Caller.of(request));
        return SeeOther.to("/account/sign-ins");
    }

    @PostMapping("/account/sign-ins/others/end")
    ModelAndView endOthers(HttpServletRequest request, @AuthenticationPrincipal SignedIn person) {
        int ended = signIns.endOthers(person.actor().id(), here(person));
        events.note(SecurityEvent.SIGN_IN_ENDED, person.actor().id(), Caller.of(request), Integer.toString(ended));
        return SeeOther.to("/account/sign-ins");
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
