package org.dongvon.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * The reader's language: {@code ?lang=en} or {@code ?lang=vi}, kept in a cookie; Vietnamese when nothing was asked.
 * Comes first of all filters, so that log-in and error pages know it too. Templates find {@code lang} and {@code f}.
 */
@Component
@WebOnly
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class PageLanguage extends OncePerRequestFilter {

    private static final String NAME = "lang";

    private final PublicAddress address;

    PageLanguage(PublicAddress address) {
        this.address = address;
    }

    /** The language of a request. */
    public static Language of(HttpServletRequest request) {
        return request.getAttribute(NAME) instanceof Language language ? language : Language.VI;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var chosen = fromQuery(request);
        if (chosen != null) {
            response.addHeader(HttpHeaders.SET_COOKIE, cookie(chosen).toString());
        }
        var language = chosen != null ? chosen : fromCookie(request);
        request.setAttribute(NAME, language);
        request.setAttribute("f", Formats.in(language));
        response.setHeader(HttpHeaders.CONTENT_LANGUAGE, language.tag());
        chain.doFilter(request, response);
    }

    @Override
    protected boolean shouldNotFilterErrorDispatch() {
        return false;
    }

    private ResponseCookie cookie(Language language) {
        return ResponseCookie.from(address.cookie(NAME), language.tag())
                .path("/")
                .httpOnly(true)
                .secure(address.isTls())
                .sameSite("Strict")
                .maxAge(Duration.ofDays(365))
                .build();
    }

    private Language fromCookie(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, address.cookie(NAME));
        return Language.of(cookie == null ? null : cookie.getValue());
    }

    // Read from the query alone: asking for a parameter would read the body, before its size was checked.
    private static @Nullable Language fromQuery(HttpServletRequest request) {
        var query = "&" + request.getQueryString() + "&";
        for (var language : Language.values()) {
            if (query.contains("&" + NAME + "=" + language.tag() + "&")) {
                return language;
            }
        }
        return null;
    }
}
