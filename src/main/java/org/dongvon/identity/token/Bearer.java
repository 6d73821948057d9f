package org.dongvon.identity.token;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import org.dongvon.identity.Secret;
import org.springframework.http.HttpHeaders;

/** The header {@code Authorization: Bearer dv_…}. */
public final class Bearer {

    /** By which people, logs and scanners of leaked secrets know a token of ours. */
    static final String PREFIX = "dv_";

    private static final String SCHEME = "bearer ";
    private static final int LONGEST = 100;

    private Bearer() {}

    /** Whether a request comes with a token, right or not: then its cookies count for nothing. */
    public static boolean isNamed(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.toLowerCase(Locale.ROOT).startsWith(SCHEME);
    }

    static Optional<Secret> read(HttpServletRequest request) {
        return Optional.of(request)
                .filter(Bearer::isNamed)
                .map(named -> named.getHeader(HttpHeaders.AUTHORIZATION))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(text -> text.startsWith(PREFIX) && text.length() <= LONGEST)
                .map(Secret::new);
    }
}
