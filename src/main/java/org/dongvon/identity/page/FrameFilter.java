package org.dongvon.identity.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.dongvon.identity.Accounts;
import org.dongvon.identity.SignedIn;
import org.dongvon.organisation.BusinessDays;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.DemoMode;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/** Puts the frame where templates find it, for pages and error pages alike; after security knows who is there. */
@Component
@WebOnly
@Order(0)
class FrameFilter extends OncePerRequestFilter {

    private final Accounts accounts;
    private final BusinessDays days;
    private final DemoMode demo;

    FrameFilter(Accounts accounts, BusinessDays days, DemoMode demo) {
        this.accounts = accounts;
        this.days = days;
        this.demo = demo;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        request.setAttribute(
                "frame", new PageFrame(person(request), accounts, days, demo.isOn(), PageAddress.of(request)));
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    /** Whoever fetches a static file need not be known, and costs no look at who is there. */
    private static @Nullable SignedIn person(HttpServletRequest request) {
        if (request.getRequestURI().startsWith("/assets/")) {
            return null;
        }
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }
}
