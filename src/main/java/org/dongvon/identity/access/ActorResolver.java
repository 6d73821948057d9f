package org.dongvon.identity.access;

import org.dongvon.identity.SignedIn;
import org.dongvon.shared.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives controllers the person at the page as an {@link Actor}. */
final class ActorResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Actor.class;
    }

    @Override
    public Actor resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (request.getUserPrincipal() instanceof Authentication person
                && person.getPrincipal() instanceof SignedIn signedIn) {
            // Where what follows the controller finds who is at the page: the log of personal data seen, the timeline.
            request.setAttribute(Actor.class.getName(), signedIn.actor(), RequestAttributes.SCOPE_REQUEST);
            return signedIn.actor();
        }
        throw new IllegalStateException("a page that needs a person was opened to nobody");
    }
}
