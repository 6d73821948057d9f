package org.dongvon.identity.openid;

import static java.util.Objects.requireNonNull;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.identity.SignInSettings;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.identity.openid.ExternalSubjects.Subject;
import org.dongvon.identity.session.Entrance;
import org.dongvon.identity.session.SignInCookie;
import org.dongvon.identity.session.SignIns;
import org.dongvon.identity.session.WhoIsThere;
import org.dongvon.shared.Refused;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.ErrorPages;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/**
 * The provider says who somebody is: lets the account in that is linked to them, or links the account of who is in and
 * asked for it. Nobody gets an account this way.
 */
@Component
@WebOnly
class CameBack implements AuthenticationSuccessHandler {

    /** Set in the session while the owner of an account is away to link it: the account's id. */
    static final String LINKING = "org.dongvon.identity.linking";

    private static final String LONGEST = "SIGN_IN_HOURS";

    private final ExternalSubjects subjects;
    private final Entrance entrance;
    private final WhoIsThere whoIsThere;
    private final SecurityEvents events;
    private final SignInSettings settings;

    CameBack(
            ExternalSubjects subjects,
            Entrance entrance,
            WhoIsThere whoIsThere,
            SecurityEvents events,
            SignInSettings settings) {
        this.subjects = subjects;
        this.entrance = entrance;
        this.whoIsThere = whoIsThere;
        this.events = events;
        this.settings = settings;
    }

    /** A sign-in lasts no longer than this; whoever the provider saw longer ago has to prove who they are again. */
    Duration longestAgo() {
        return Duration.ofHours(requireNonNull(settings.inForce(LONGEST).get(LONGEST)));
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication proven)
            throws IOException {
        // The provider's word is no person of ours yet.
        SecurityContextHolder.clearContext();
        if (!(proven.getPrincipal() instanceof OidcUser user)) {
            throw new IllegalStateException("the provider speaks OpenID Connect");
        }
        if (!isFresh(user)) {
            request.getSession().removeAttribute(LINKING);
            events.noteOfStranger(SecurityEvent.SUBJECT_REFUSED, Caller.of(request));
            response.sendRedirect("/login?openid");
            return;
        }
        var subject = new Subject(requireNonNull(user.getIssuer()).toString(), requireNonNull(user.getSubject()));
        var session = request.getSession();
        var linking = session.getAttribute(LINKING);
        session.removeAttribute(LINKING);
        if (linking instanceof Long account) {
            link(request, response, account, subject);
        } else {
            letIn(request, response, subject);
        }
    }

    /** Both times are the provider's. We ask for the age: who says nothing of it has not kept to the standard. */
    private boolean isFresh(OidcUser user) {
        var seen = user.getAuthenticatedAt();
        var told = user.getIssuedAt();
        return seen != null && told != null && seen.isAfter(told.minus(longestAgo()));
    }

    private void letIn(HttpServletRequest request, HttpServletResponse response, Subject subject) throws IOException {
        var account = subjects.account(subject);
        if (account.isEmpty()) {
            events.noteOfStranger(SecurityEvent.SUBJECT_REFUSED, Caller.of(request));
            refuse(request, response, IdentityRefusal.SUBJECT_NOT_LINKED);
            return;
        }
        entrance.letIn(request, response, account.get(), SignIns.Way.OPENID);
    }

    private void link(HttpServletRequest request, HttpServletResponse response, long account, Subject subject)
            throws IOException {
        boolean stillIn = SignInCookie.read(request)
                .flatMap(whoIsThere::find)
                .filter(there -> there instanceof SignedIn in && in.actor().id() == account)
                .isPresent();
        if (!stillIn) {
            response.sendRedirect("/login?expired");
            return;
        }
        if (!subjects.link(account, subject) && !subjects.account(subject).equals(java.util.Optional.of(account))) {
            refuse(request, response, IdentityRefusal.SUBJECT_LINKED_ELSEWHERE);
            return;
        }
        events.note(SecurityEvent.SUBJECT_LINKED, account, Caller.of(request));
        response.sendRedirect("/account");
    }

    private static void refuse(HttpServletRequest request, HttpServletResponse response, IdentityRefusal refusal)
            throws IOException {
        request.setAttribute(ErrorPages.REFUSED, new Refused(refusal));
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }
}
