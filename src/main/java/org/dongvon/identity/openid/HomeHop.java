package org.dongvon.identity.openid;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.HtmlUtils;

/**
 * Who comes back from the provider comes from a foreign site, so the browser keeps our cookies to itself, which are
 * for requests from our own pages alone. A bare page of ours that goes on to the same address by itself makes it one.
 */
final class HomeHop extends OncePerRequestFilter {

    private static final String HOPPED = "hop";

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return !request.getRequestURI().equals(OpenIdDoor.RETURN) || request.getParameter(HOPPED) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var query = request.getQueryString();
        var address = HtmlUtils.htmlEscape(
                OpenIdDoor.RETURN + "?" + (query == null ? "" : query + "&") + HOPPED + "=1",
                StandardCharsets.UTF_8.name());
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getWriter().write("""
                <!DOCTYPE html>
                <html lang="vi"><head><meta charset="utf-8"><title>Đồng Vốn</title>
                <meta http-equiv="refresh" content="0; url=%s"></head>
                <body><p><a href="%s">Tiếp tục · Continue</a></p></body></html>
                """.formatted(address, address));
    }
}
