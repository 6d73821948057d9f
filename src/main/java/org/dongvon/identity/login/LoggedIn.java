package org.dongvon.identity.login;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dongvon.identity.Account;
import org.dongvon.identity.session.Entrance;
import org.dongvon.identity.session.SignIns;
import org.dongvon.shared.WebOnly;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

/** The password was right: in, or to the next step. */
@Component
@WebOnly
public class LoggedIn implements AuthenticationSuccessHandler {

    private final Entrance entrance;

    LoggedIn(Entrance entrance) {
        this.entrance = entrance;
    }

    @Override
    public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response, Authentication proven)
            throws IOException {
        if (!(proven.getPrincipal() instanceof Account account)) {
            throw new IllegalStateException("a password belongs to an account");
        }
        entrance.letIn(request, response, account.id(), SignIns.Way.PASSWORD);
    }
}
