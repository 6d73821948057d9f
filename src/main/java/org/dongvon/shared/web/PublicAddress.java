package org.dongvon.shared.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import org.dongvon.shared.WebOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The site as people reach it, {@code dongvon.address} ({@code DONGVON_ADDRESS}). With {@code https} the product stands
 * behind a proxy on the same machine that speaks TLS: cookies are then {@code __Host-} cookies for TLS alone, browsers
 * are told never to come without it, and the proxy says whose address a request has. Without an address the pages are for
 * this machine, over plain HTTP.
 *
 * <p>Example: {@code DONGVON_ADDRESS=https://dongvon.example}.
 */
@Component
@WebOnly
public class PublicAddress {

    /** Browsers take a cookie of such a name only with Secure, for Path=/ and from this very host. */
    private static final String HOST_ONLY = "__Host-";

    private static final String TLS = "https";

    private final Optional<URI> address;

    PublicAddress(@Value("${dongvon.address:}") String address) {
        this.address = address.isBlank() ? Optional.empty() : Optional.of(parse(address.strip()));
    }

    /** Whether people come by TLS. */
    public boolean isTls() {
        return address.filter(site -> TLS.equals(site.getScheme())).isPresent();
    }

    /** The name that people's browsers call the server by. */
    public Optional<String> host() {
        return address.map(URI::getHost);
    }

    /** What a cookie is called. */
    public String cookie(String name) {
        return isTls() ? HOST_ONLY + name : name;
    }

    private static URI parse(String text) {
        try {
            var uri = new URI(text);
            boolean plain = uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && (uri.getRawPath().isEmpty() || uri.getRawPath().equals("/"));
            if (plain && (TLS.equals(uri.getScheme()) || "http".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (URISyntaxException e) {
            throw wrong(text, e);
        }
        throw wrong(text, null);
    }

    private static IllegalArgumentException wrong(String text, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "dongvon.address must be https://HOST or http://HOST and nothing after it: " + text, cause);
    }
}
