package org.dongvon.identity.access;

import java.util.function.Supplier;
import org.dongvon.identity.SignedIn;
import org.springframework.context.annotation.Primary;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** The rules of the application, which a test may take away to see what row-level security keeps by itself. */
@Component
@Primary
class OpenedRules implements AuthorizationManager<RequestAuthorizationContext> {

    private final AccessRules rules;
    private volatile boolean open;

    OpenedRules(AccessRules rules) {
        this.rules = rules;
    }

    /** Whoever is signed in passes everywhere while the work runs. */
    void openedWhile(Runnable work) {
        open = true;
        try {
            work.run();
        } finally {
            open = false;
        }
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        if (open && authentication.get() != null && authentication.get().getPrincipal() instanceof SignedIn) {
            return new AuthorizationDecision(true);
        }
        return rules.authorize(authentication, context);
    }
}
