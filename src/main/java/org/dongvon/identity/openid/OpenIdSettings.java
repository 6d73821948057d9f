package org.dongvon.identity.openid;

import java.util.Optional;
import java.util.regex.Pattern;
import org.dongvon.shared.WebOnly;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The provider, from {@code DONGVON_OPENID_ISSUER}, {@code DONGVON_OPENID_CLIENT_ID}, {@code
 * DONGVON_OPENID_CLIENT_SECRET} and {@code DONGVON_OPENID_NAME}, or from {@code dongvon.openid.issuer} and so on in
 * {@code openid.properties} of the data folder. Without an issuer there is none.
 */
@Component
@WebOnly
public class OpenIdSettings {

    private static final String PREFIX = "dongvon.openid.";

    private static final Pattern ENCRYPTED =
            Pattern.compile("https://.+|http://(127\\.0\\.0\\.1|localhost|\\[::1])([:/].*)?");

    private final Environment environment;

    OpenIdSettings(Environment environment) {
        this.environment = environment;
    }

    /** What the log-in page calls the provider; none where none is set up. */
    public Optional<String> name() {
        return isOn() ? Optional.of(environment.getProperty(PREFIX + "name", "VNeID")) : Optional.empty();
    }

    public boolean isOn() {
        return !issuer().isEmpty();
    }

    /** Reached by HTTPS, or on this machine: a server that is told otherwise does not start. */
    String issuer() {
        var issuer = environment.getProperty(PREFIX + "issuer", "");
        if (!issuer.isEmpty() && !ENCRYPTED.matcher(issuer).matches()) {
            throw new IllegalStateException("the OpenID provider must be reached by https: " + issuer);
        }
        return issuer;
    }

    String clientId() {
        return environment.getRequiredProperty(PREFIX + "client-id");
    }

    String clientSecret() {
        return environment.getRequiredProperty(PREFIX + "client-secret");
    }
}
