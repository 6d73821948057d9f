package org.dongvon.identity.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.shared.WebOnly;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** The provider said no, or what came back was not from it: to the log-in page, which says so. */
@Component
@WebOnly
class DidNotComeBack implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(DidNotComeBack.class);

    private final SecurityEvents events;

    DidNotComeBack(SecurityEvents events) {
        this.events = events;
    }

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        LOG.warn("OpenID Connect: {}", reason.getMessage());
        request.getSession().removeAttribute(CameBack.LINKING);
        events.noteOfStranger(SecurityEvent.SUBJECT_REFUSED, Caller.of(request));
        response.sendRedirect("/login?openid");
    }
}
