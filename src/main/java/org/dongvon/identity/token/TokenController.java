package org.dongvon.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.Owner;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.identity.password.CheckPassword;
import org.dongvon.identity.token.AccessTokens.NewToken;
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

/** One's own access tokens: making one, which shows it once, and revoking. */
@Controller
class TokenController {

    private static final String PAGE = "identity/account/tokens";
    private static final int LONGEST_NAME = 80;

    /** What a token may be narrowed to; each is the message {@code nav.<area>}. */
    private static final List<String> AREAS =
            List.of("sessions", "loans", "groups", "journals", "reports", "programmes", "rules", "documents");

    private final AccessTokens tokens;
    private final CheckPassword checkPassword;
    private final SecurityEvents events;

    TokenController(AccessTokens tokens, CheckPassword checkPassword, SecurityEvents events) {
        this.tokens = tokens;
        this.checkPassword = checkPassword;
        this.events = events;
    }

    @GetMapping("/account/tokens")
    ModelAndView show(@AuthenticationPrincipal SignedIn person, Form form) {
        return page(person, form.with("days", "90").with("access", "read"), HttpStatus.OK);
    }

    @PostMapping("/account/tokens")
    ModelAndView make(HttpServletRequest request, @AuthenticationPrincipal SignedIn person, Form form) {
        var owner = person.owner();
        var wish = read(form);
        if (form.isRight()) {
            try {
                requirePassword(owner, form, Caller.of(request));
                var secret = tokens.make(owner.accountId(), wish);
                events.note(SecurityEvent.TOKEN_MADE, owner.accountId(), Caller.of(request), wish.name());
                return new ModelAndView("identity/account/token")
                        .addObject("token", secret.text())
                        .addObject("name", wish.name());
            } catch (Refused refused) {
                form.refuse("password", refused);
            }
        }
        var first = Objects.requireNonNull(form.wrong(form.wrongFields().getFirst()));
        return page(person, form, Answers.status(first));
    }

    @PostMapping("/account/tokens/{id}/revocation")
    ModelAndView revoke(HttpServletRequest request, @PathVariable long id, @AuthenticationPrincipal SignedIn person) {
        if (!tokens.revoke(person.actor().id(), id)) {
            throw new Refused(IdentityRefusal.UNKNOWN_TOKEN);
        }
        events.note(SecurityEvent.TOKEN_REVOKED, person.actor().id(), Caller.of(request));
        return SeeOther.to("/account/tokens");
    }

    private NewToken read(Form form) {
        var name = form.read("name", TokenController::name, "");
        int days = form.count("days");
        int longest = tokens.longestDays();
        if (days < 1 || days > longest) {
            form.refuse("days", new Refused(IdentityRefusal.TOKEN_DAYS, longest));
        }
        var area = form.text("area");
        if (!area.isEmpty() && !AREAS.contains(area)) {
            form.refuse("area", new Refused(IdentityRefusal.TOKEN_AREA));
        }
        return new NewToken(name, form.text("access").equals("write"), area.isEmpty() ? null : area, days);
    }

    private static String name(String typed) {
        var name = typed.strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new Refused(IdentityRefusal.TOKEN_NAME, LONGEST_NAME);
        }
        return name;
    }

    private void requirePassword(Owner owner, Form form, Caller caller) {
        if (checkPassword.run(owner.login(), form.text("password"), caller).isEmpty()) {
            throw new Refused(IdentityRefusal.PASSWORD_WRONG);
        }
    }

    private ModelAndView page(SignedIn person, Form form, HttpStatus status) {
        return new ModelAndView(PAGE, status)
                .addObject("form", form)
                .addObject("areas", AREAS)
                .addObject("tokens", tokens.list(person.actor().id()));
    }
}
