package org.dongvon.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.shared.Refused;
import org.dongvon.shared.Role;
import org.dongvon.shared.web.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who is logged in in an administrator's area, and sending somebody out. */
@Controller
class ColleagueSignInController {

    private final ColleagueSignIns colleagues;
    private final SignIns signIns;
    private final SecurityEvents events;

    ColleagueSignInController(ColleagueSignIns colleagues, SignIns signIns, SecurityEvents events) {
        this.colleagues = colleagues;
        this.signIns = signIns;
        this.events = events;
    }

    @GetMapping("/administration/sign-ins")
    String list(@AuthenticationPrincipal SignedIn person, @RequestParam(defaultValue = "") String login, Model model) {
        model.addAttribute("signIns", colleagues.list(person.grantId(), login.strip()));
        model.addAttribute("login", login);
        model.addAttribute("mayEnd", person.actor().role() == Role.ADMINISTRATOR);
        return "identity/administration/sign-ins";
    }

    @PostMapping("/administration/sign-ins/{id}/end")
    ModelAndView end(HttpServletRequest request, @PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        person.actor().requireRole(Role.ADMINISTRATOR);
        long owner =
                colleagues.owner(person.grantId(), id).orElseThrow(() -> new Refused(IdentityRefusal.UNKNOWN_SIGN_IN));
        signIns.end(owner, id);
        events.noteBy(person.actor().id(), SecurityEvent.SIGN_IN_ENDED, owner, Caller.of(request), "");
        return SeeOther.to("/administration/sign-ins");
    }
}
