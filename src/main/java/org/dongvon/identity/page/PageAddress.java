package org.dongvon.identity.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.dongvon.shared.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** The address a reader sees, also when the server has passed the request on to the error page. */
record PageAddress(String path, @Nullable String query, boolean canBeAskedAgain) {

    static PageAddress of(HttpServletRequest request) {
        var original = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var path = original instanceof String error ? error : request.getRequestURI();
        return new PageAddress(path, request.getQueryString(), "GET".equals(request.getMethod()));
    }

    /** The same page in a language; the answer to a form cannot be asked for again, so that is the home page. */
    String inLanguage(Language language) {
        var address = UriComponentsBuilder.fromPath(canBeAskedAgain ? path : "/");
        if (canBeAskedAgain && query != null) {
            address.query(query);
        }
        return address.replaceQueryParam("lang", language.tag()).build().toUriString();
    }
}
