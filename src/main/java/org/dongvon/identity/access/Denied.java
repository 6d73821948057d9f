package org.dongvon.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dongvon.identity.Door;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.identity.session.Arriving;
import org.dongvon.identity.session.SignInCookie;
import org.dongvon.identity.token.Bearer;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.dongvon.shared.web.Answers;
import org.dongvon.shared.web.ErrorPages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Says why a request did not pass: to the log-in page, or to an error page that names the reason. */
final class Denied implements AccessDeniedHandler, AuthenticationEntryPoint {

    private final SecurityEvents events;
    private final RefusedRequests refusals;

    Denied(SecurityEvents events, RefusedRequests refusals) {
        this.events = events;
        this.refusals = refusals;
    }

    /** Nobody is logged in. */
    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (Bearer.isNamed(request)) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        if (Answers.wantsJson(request)) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
            return;
        }
        boolean wasLoggedIn = SignInCookie.read(request).isPresent()
                || (request.getRequestedSessionId() != null && !request.isRequestedSessionIdValid());
        response.sendRedirect(wasLoggedIn ? "/login?expired" : "/login");
    }

    /** Somebody is logged in, or a form is too old. */
    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException reason)
            throws IOException {
        if (reason instanceof CsrfException) {
            refusals.note(request, "FORM_TOKEN");
            refuse(request, response, new Refused(SharedRefusal.PAGE_EXPIRED));
            return;
        }
        var principal = principal();
        if (principal instanceof Arriving arriving) {
            if (Answers.wantsJson(request)) {
                refuse(request, response, new Refused(IdentityRefusal.LOG_IN_UNFINISHED));
            } else {
                response.sendRedirect(arriving.step().page());
            }
            return;
        }
        if (principal instanceof SignedIn signedIn && !AccessRules.allows(request, signedIn.door())) {
            note(request, signedIn);
            refuse(request, response, new Refused(refusal(request, signedIn.door())));
            return;
        }
        var page = PageAccess.of(AccessRules.path(request));
        if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (page.get().isReadOnly() && !AccessRules.isReading(request)) {
            response.setHeader(HttpHeaders.ALLOW, "GET, HEAD");
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            if (principal instanceof SignedIn signedIn) {
                note(request, signedIn);
            }
            refuse(request, response, new Refused(SharedRefusal.ROLE_MAY_NOT, role()));
        }
    }

    /** Who asked for what is not theirs; the page by its pattern, since addresses may name people. */
    private void note(HttpServletRequest request, SignedIn person) {
        events.note(
                SecurityEvent.ACCESS_REFUSED,
                person.actor().id(),
                Caller.of(request),
                RefusedRequests.about(request, ""));
    }

    private static IdentityRefusal refusal(HttpServletRequest request, Door door) {
        boolean onlyForReading = door instanceof Door.Token token
                && !token.mayWrite()
                && token.reaches(AccessRules.path(request))
                && !AccessRules.isReading(request);
        return onlyForReading ? IdentityRefusal.TOKEN_READS_ONLY : IdentityRefusal.TOKEN_NOT_HERE;
    }

    private static Object role() {
        return principal() instanceof SignedIn signedIn ? signedIn.actor().role() : "–";
    }

    private static @Nullable Object principal() {
        Authentication person = SecurityContextHolder.getContext().getAuthentication();
        return person == null ? null : person.getPrincipal();
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, Refused refused)
            throws IOException {
        request.setAttribute(ErrorPages.REFUSED, refused);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
