package org.dongvon.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dongvon.identity.Secret;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.shared.WebOnly;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.stereotype.Component;

/** Lets people in whose proof was right: a row, a cookie, and on to the next step or the page they had asked for. */
@Component
@WebOnly
public class Entrance {

    private final SignIns signIns;
    private final WhoIsThere whoIsThere;
    private final SecurityEvents events;
    private final RequestCache asked;

    Entrance(SignIns signIns, WhoIsThere whoIsThere, SecurityEvents events, RequestCache asked) {
        this.signIns = signIns;
        this.whoIsThere = whoIsThere;
        this.events = events;
        this.asked = asked;
    }

    /** The person of an account has proven who they are. */
    public void letIn(HttpServletRequest request, HttpServletResponse response, long accountId, SignIns.Way way)
            throws IOException {
        var caller = Caller.of(request);
        var secret = signIns.begin(accountId, way, caller);
        events.note(SecurityEvent.LOGGED_IN, accountId, caller, way.name());
        request.getSession().setMaxInactiveInterval(signIns.idleSeconds());
        SignInCookie.write(request, response, secret);
        response.sendRedirect(next(request, response, secret));
    }

    /** The second factor was shown: a new secret, as after every gain of rights. */
    public Secret codeGiven(HttpServletRequest request, HttpServletResponse response, long signInId) {
        var secret = signIns.giveCode(signInId);
        request.changeSessionId();
        SignInCookie.write(request, response, secret);
        return secret;
    }

    /** Where somebody with this secret goes next. */
    public String next(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        var there = whoIsThere.find(secret);
        if (there.isPresent() && there.get() instanceof Arriving arriving) {
            return arriving.step().page();
        }
        var saved = asked.getRequest(request, response);
        asked.removeRequest(request, response);
        return saved == null ? "/" : saved.getRedirectUrl();
    }

    /** The same for who is still known by the cookie of the request. */
    public String next(HttpServletRequest request, HttpServletResponse response) {
        return SignInCookie.read(request)
                .map(secret -> next(request, response, secret))
                .orElse("/");
    }
}
