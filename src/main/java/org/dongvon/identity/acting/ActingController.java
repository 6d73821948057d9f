package org.dongvon.identity.acting;

import org.dongvon.identity.Accounts;
import org.dongvon.shared.Actor;
import org.dongvon.shared.web.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

@Controller
class ActingController {

    private final Accounts accounts;

    ActingController(Accounts accounts) {
        this.accounts = accounts;
    }

    /** From now on, the person acts under this grant; home, since other pages may not open to the other role. */
    @PostMapping("/account/role")
    ModelAndView create(Actor actor, @RequestParam long grant) {
        accounts.choose(actor.id(), grant);
        return SeeOther.to("/");
    }
}
