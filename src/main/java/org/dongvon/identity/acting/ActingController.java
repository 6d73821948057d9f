package org.dongvon.identity.acting;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.SignedIn;
import org.dongvon.shared.Actor;
import org.dongvon.shared.web.SeeOther;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
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
    ModelAndView create(
            Actor actor, @RequestParam long grant, HttpServletRequest request, HttpServletResponse response) {
        refresh(accounts.choose(actor.id(), grant), request, response);
        return SeeOther.to("/");
    }

    /** Another role is another person to the pages: a new session name, as after logging in. */
    private static void refresh(SignedIn person, HttpServletRequest request, HttpServletResponse response) {
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        var authority =
                new SimpleGrantedAuthority("ROLE_" + person.actor().role().name());
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(person, null, List.of(authority)));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }
}
