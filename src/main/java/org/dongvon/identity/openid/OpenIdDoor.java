package org.dongvon.identity.openid;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.dongvon.shared.WebOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Opens the way in by an outside provider, if one is set up. Its tokens are used to ask who comes, and dropped. */
@Component
@WebOnly
public class OpenIdDoor {

    static final String PROVIDER = "openid";

    /** Where the browser sets out to the provider. */
    static final String DEPARTURE = "/oauth2/authorization/" + PROVIDER;

    /** Where the provider sends it back to. */
    static final String RETURN = "/login/oauth2/code/" + PROVIDER;

    private final OpenIdSettings settings;
    private final CameBack cameBack;
    private final DidNotComeBack didNotComeBack;

    OpenIdDoor(OpenIdSettings settings, CameBack cameBack, DidNotComeBack didNotComeBack) {
        this.settings = settings;
        this.cameBack = cameBack;
        this.didNotComeBack = didNotComeBack;
    }

    /** Adds the way to the pages. */
    public void open(HttpSecurity http) {
        if (!settings.isOn()) {
            return;
        }
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider())
                .authorizedClientRepository(new NothingKept())
                .successHandler(cameBack)
                .failureHandler(didNotComeBack));
        http.addFilterBefore(new HomeHop(), OAuth2AuthorizationRequestRedirectFilter.class);
    }

    /** Asked for its addresses when somebody first goes there: our server starts also while it is down. */
    private ClientRegistrationRepository provider() {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(settings.issuer())
                        .registrationId(PROVIDER)
                        .clientId(settings.clientId())
                        .clientSecret(settings.clientSecret())
                        .scope("openid")
                        .build()));
    }

    private static final class NothingKept implements OAuth2AuthorizedClientRepository {

        @Override
        @SuppressWarnings("TypeParameterUnusedInFormals")
        public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(
                String provider, Authentication person, HttpServletRequest request) {
            return null;
        }

        @Override
        public void saveAuthorizedClient(
                OAuth2AuthorizedClient client,
                Authentication person,
                HttpServletRequest request,
                HttpServletResponse response) {}

        @Override
        public void removeAuthorizedClient(
                String provider, Authentication person, HttpServletRequest request, HttpServletResponse response) {}
    }
}
