package org.dongvon.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.token.AccessTokens;
import org.dongvon.identity.token.Bearer;
import org.dongvon.shared.WebOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.stereotype.Component;

/**
 * Who a request is from: by its access token, or else by its cookie; a request with a token is never helped by a cookie.
 * Looked up when first asked for, once a request.
 */
@Component
@WebOnly
public class SignInContexts implements SecurityContextRepository {

    private static final String KEPT = SignInContexts.class.getName();

    private final WhoIsThere whoIsThere;
    private final AccessTokens tokens;

    SignInContexts(WhoIsThere whoIsThere, AccessTokens tokens) {
        this.whoIsThere = whoIsThere;
        this.tokens = tokens;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {

            private @Nullable SecurityContext context;

            @Override
            public SecurityContext get() {
                if (context == null) {
                    context = context(request);
                }
                return context;
            }

            @Override
            public boolean isGenerated() {
                return get().getAuthentication() == null;
            }
        };
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return context(holder.getRequest());
    }

    /** Nothing to save: whoever logs somebody in writes a row, see {@link Entrance}. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return context(request).getAuthentication() != null;
    }

    private SecurityContext context(HttpServletRequest request) {
        // The error page is another dispatch of the same request: it knows the same person.
        if (request.getAttribute(KEPT) instanceof SecurityContext kept) {
            return kept;
        }
        var context = find(request)
                .<SecurityContext>map(principal -> new SecurityContextImpl(authentication(principal)))
                .orElseGet(SecurityContextHolder::createEmptyContext);
        request.setAttribute(KEPT, context);
        return context;
    }

    private Optional<? extends AuthenticatedPrincipal> find(HttpServletRequest request) {
        return Bearer.isNamed(request)
                ? tokens.use(request)
                : SignInCookie.read(request).flatMap(whoIsThere::find);
    }

    private static Authentication authentication(AuthenticatedPrincipal principal) {
        var authorities = principal instanceof SignedIn signedIn
                ? List.of(new SimpleGrantedAuthority(
                        "ROLE_" + signedIn.actor().role().name()))
                : List.<SimpleGrantedAuthority>of();
        return UsernamePasswordAuthenticationToken.authenticated(principal, null, authorities);
    }
}
