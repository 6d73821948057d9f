package org.dongvon.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.dongvon.identity.Secret;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * The cookie that holds a sign-in's secret. It goes by the name and the rules of the server's own session cookie, and
 * ends with the browser.
 */
public final class SignInCookie {

    private static final String ENDING = "-person";

    private SignInCookie() {}

    /** The secret a browser sent. */
    public static Optional<Secret> read(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, name(request));
        return Optional.ofNullable(cookie)
                .map(found -> found.getValue())
                .filter(value -> !value.isEmpty())
                .map(Secret::new);
    }

    /** Gives the browser its secret. */
    public static void write(HttpServletRequest request, HttpServletResponse response, Secret secret) {
        set(request, response, secret.text(), null);
    }

    /** Takes it away. */
    public static void remove(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, "", Duration.ZERO);
    }

    private static void set(
            HttpServletRequest request, HttpServletResponse response, String value, @Nullable Duration maxAge) {
        var rules = request.getServletContext().getSessionCookieConfig();
        var cookie = ResponseCookie.from(name(request), value)
                .path("/")
                .httpOnly(true)
                .secure(rules.isSecure() || request.isSecure())
                .sameSite("Strict");
        if (maxAge != null) {
            cookie.maxAge(maxAge);
        }
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    private static String name(HttpServletRequest request) {
        var session = request.getServletContext().getSessionCookieConfig().getName();
        return (session == null ? "dongvon" : session) + ENDING;
    }
}
