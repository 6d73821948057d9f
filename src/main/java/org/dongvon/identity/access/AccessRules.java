package org.dongvon.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.dongvon.identity.Door;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.session.Arriving;
import org.dongvon.identity.session.Step;
import org.dongvon.shared.Role;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UrlPathHelper;

/** Lets a request pass if {@link PageAccess} says so. */
@Component
final class AccessRules implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends Authentication> authentication, RequestAuthorizationContext context) {
        var person = authentication.get();
        var request = context.getRequest();
        return new AuthorizationDecision(person != null
                && switch (person.getPrincipal()) {
                    case SignedIn signedIn -> allows(request, signedIn);
                    case Arriving arriving -> isPageOf(path(request), arriving.step());
                    case null, default -> false;
                });
    }

    /** Who has not finished logging in sees the page of the next step. */
    private static boolean isPageOf(String path, Step step) {
        return path.equals(step.page());
    }

    /** Whether a person may send this request, by role and by the way in. */
    static boolean allows(HttpServletRequest request, SignedIn person) {
        return allows(request, person.door()) && allows(request, person.actor().role());
    }

    /** What the way somebody came in leaves of what they may do. */
    static boolean allows(HttpServletRequest request, Door door) {
        return switch (door) {
            case Door.Page page -> true;
            case Door.Terminal terminal -> false;
            case Door.Token token ->
                (token.mayWrite() || isReading(request))
                        && token.reaches(path(request))
                        && PageAccess.of(path(request))
                                .filter(PageAccess::isOwnAccount)
                                .isEmpty();
        };
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
