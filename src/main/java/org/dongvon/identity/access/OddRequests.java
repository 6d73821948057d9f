package org.dongvon.identity.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dongvon.shared.WebOnly;
import org.springframework.security.web.firewall.HttpStatusRequestRejectedHandler;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.stereotype.Component;

/** Requests that no browser sends: paths encoded twice, names of other hosts, characters that no key types. */
@Component
@WebOnly
class OddRequests implements RequestRejectedHandler {

    private final RequestRejectedHandler answer = new HttpStatusRequestRejectedHandler();
    private final RefusedRequests refused;

    OddRequests(RefusedRequests refused) {
        this.refused = refused;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, RequestRejectedException reason)
            throws IOException, ServletException {
        refused.noteOdd(request);
        answer.handle(request, response, reason);
    }
}
