package org.dongvon.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dongvon.identity.Door;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.PageLanguage;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;

/** Ends the sign-in of who logs out, and has the browser forget what it keeps of the pages. */
@Component
@WebOnly
public class Leaving implements LogoutHandler, LogoutSuccessHandler {

    /** Not "storage": the field page keeps there what is not yet sent, encrypted. */
    private static final String FORGOTTEN = "\"cache\", \"cookies\"";

    private final SignIns signIns;
    private final SecurityEvents events;

    Leaving(SignIns signIns, SecurityEvents events) {
        this.signIns = signIns;
        this.events = events;
    }

    @Override
    public void logout(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication) {
        if (authentication != null) {
            switch (authentication.getPrincipal()) {
                case SignedIn in
                when in.door() instanceof Door.Page(var id) ->
                    end(request, in.actor().id(), id);
                case Arriving(var id, var owner, var step) -> end(request, owner.accountId(), id);
                case null, default -> {}
            }
        }
        SignInCookie.remove(request, response);
        response.setHeader("Clear-Site-Data", FORGOTTEN);
    }

    /** The language's cookie is forgotten with the others: the address keeps it. */
    @Override
    public void onLogoutSuccess(
            HttpServletRequest request, HttpServletResponse response, @Nullable Authentication authentication)
            throws IOException {
        var language = PageLanguage.of(request);
        response.sendRedirect(
                switch (language) {
                    case VI -> "/login?out";
                    case EN -> "/login?out&lang=" + language.tag();
                });
    }

    private void end(HttpServletRequest request, long accountId, long signInId) {
        signIns.end(accountId, signInId);
        events.note(SecurityEvent.LOGGED_OUT, accountId, Caller.of(request));
    }
}
