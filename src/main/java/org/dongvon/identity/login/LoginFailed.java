package org.dongvon.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dongvon.shared.WebOnly;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.stereotype.Component;

/** Back to the log-in page, which keeps the login that was typed and gives one answer whatever was wrong. */
@Component
@WebOnly
public class LoginFailed implements AuthenticationFailureHandler {

    static final String TYPED = "org.dongvon.identity.typed-login";

    private static final int LONGEST = 64;

    /** The window in which wrong log-ins of an address are counted. */
    private static final String SECONDS_TO_WAIT = "900";

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException reason)
            throws IOException {
        if (reason instanceof AddressLimited) {
            response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_WAIT);
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        var typed = request.getParameter("user");
        if (typed != null && typed.length() <= LONGEST) {
            request.getSession().setAttribute(TYPED, typed);
        }
        response.sendRedirect("/login?failed");
    }
}
