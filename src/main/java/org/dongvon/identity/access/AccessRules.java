package org.dongvon.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.dongvon.identity.SignedIn;
import org.dongvon.shared.Role;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.UrlPathHelper;

/** Lets a request pass if {@link PageAccess} says so. */
final class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        var person = authentication.get();
        return new AuthorizationDecision(person != null
                && person.getPrincipal() instanceof SignedIn signedIn
                && allows(context.getRequest(), signedIn.actor().role()));
    }

    private static boolean allows(HttpServletRequest request, Role role) {
        return PageAccess.of(path(request))
                .map(page -> isReading(request) ? page.mayRead(role) : page.maySend(role))
                .orElse(false);
    }

    static boolean isReading(HttpServletRequest request) {
        return HttpMethod.GET.matches(request.getMethod()) || HttpMethod.HEAD.matches(request.getMethod());
    }

    /** The path as the pages' own mappings see it. */
    static String path(HttpServletRequest request) {
        return UrlPathHelper.defaultInstance.getPathWithinApplication(request);
    }
}
