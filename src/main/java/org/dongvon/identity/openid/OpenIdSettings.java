package org.dongvon.identity.openid;

import java.util.Optional;
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

    String issuer() {
        return environment.getProperty(PREFIX + "issuer", "");
    }

    String clientId() {
        return environment.getRequiredProperty(PREFIX + "client-id");
    }

    String clientSecret() {
        return environment.getRequiredProperty(PREFIX + "client-secret");
    }
}
