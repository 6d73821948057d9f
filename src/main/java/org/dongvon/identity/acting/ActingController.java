package org.dongvon.identity.acting;

import org.dongvon.identity.Accounts;
import org.dongvon.identity.Door;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.session.SignIns;
import org.dongvon.shared.web.SeeOther;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ActingController {

    private final Accounts accounts;
    private final SignIns signIns;

    ActingController(Accounts accounts, SignIns signIns) {
        this.accounts = accounts;
        this.signIns = signIns;
    }

    /** From now on this browser works under the grant, and so does the next log-in; home, since other pages open then. */
    @PostMapping("/account/role")
    ModelAndView create(@AuthenticationPrincipal SignedIn person, @RequestParam long grant) {
        accounts.choose(person.actor().id(), grant);
        if (person.door() instanceof Door.Page page) {
            signIns.actUnder(page.signInId(), grant);
        }
        return SeeOther.to("/");
    }
}
