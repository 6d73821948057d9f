package org.dongvon.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.dongvon.shared.WebOnly;
import org.springframework.stereotype.Component;

/**
 * What every answer tells the browser, whether page, file, error or refusal: run nothing but our own files, guess no
 * types, keep no copy, give no other site a way in. A static file alone may be kept, and says so itself.
 */
@Component
@WebOnly
class PageHeaders {

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    private static final Map<String, String> ALWAYS = Map.ofEntries(
            Map.entry("Content-Security-Policy", CONTENT_SECURITY_POLICY),
            Map.entry("X-Content-Type-Options", "nosniff"),
            Map.entry("X-Frame-Options", "DENY"),
            Map.entry("X-Permitted-Cross-Domain-Policies", "none"),
            Map.entry("Referrer-Policy", "same-origin"),
            Map.entry("Cross-Origin-Opener-Policy", "same-origin"),
            Map.entry("Cross-Origin-Resource-Policy", "same-origin"),
            Map.entry("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=(), usb=()"),
            Map.entry("Cache-Control", "no-store"));

    /** A year, as long as browsers are asked to remember. */
    private static final String TLS_FOR_A_YEAR = "max-age=31536000; includeSubDomains";

    private final PublicAddress address;

    PageHeaders(PublicAddress address) {
        this.address = address;
    }

    void write(HttpServletRequest request, HttpServletResponse response) {
        ALWAYS.forEach(response::setHeader);
        if (address.isTls() || request.isSecure()) {
            response.setHeader("Strict-Transport-Security", TLS_FOR_A_YEAR);
        }
    }
}
