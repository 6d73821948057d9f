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
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/** Opens the way in by an outside provider, if one is set up. Its tokens are used to ask who comes, and dropped. */
@Component
@WebOnly
public class OpenIdDoor {

    static final String PROVIDER = "openid";

    private static final String SET_OUT = "/oauth2/authorization";

    /** Where the browser sets out to the provider. */
    static final String DEPARTURE = SET_OUT + "/" + PROVIDER;

    /** Where the provider sends it back to. */
    static final String RETURN = "/login/oauth2/code/" + PROVIDER;

    /** How long ago the provider may have seen the person at most. */
    private static final String MAX_AGE = "max_age";

    private final OpenIdSettings settings;
    private final ProviderCalls calls;
    private final CameBack cameBack;
    private final DidNotComeBack didNotComeBack;

    OpenIdDoor(OpenIdSettings settings, ProviderCalls calls, CameBack cameBack, DidNotComeBack didNotComeBack) {
        this.settings = settings;
        this.calls = calls;
        this.cameBack = cameBack;
        this.didNotComeBack = didNotComeBack;
    }

    /** Adds the way to the pages. */
    public void open(HttpSecurity http) {
        if (!settings.isOn()) {
            return;
        }
        var provider = provider();
        http.oauth2Login(login -> login.loginPage("/login")
                .clientRegistrationRepository(provider)
                .authorizationEndpoint(departure -> departure.authorizationRequestResolver(departures(provider)))
                .authorizedClientRepository(new NothingKept())
                .successHandler(cameBack)
                .failureHandler(didNotComeBack));
        http.addFilterBefore(new HomeHop(), OAuth2AuthorizationRequestRedirectFilter.class);
    }

    private OAuth2AuthorizationRequestResolver departures(ClientRegistrationRepository provider) {
        var departures = new DefaultOAuth2AuthorizationRequestResolver(provider, SET_OUT);
        departures.setAuthorizationRequestCustomizer(request -> request.additionalParameters(
                asked -> asked.put(MAX_AGE, Long.toString(cameBack.longestAgo().toSeconds()))));
        return departures;
    }

    /** Asked for its addresses when somebody first goes there: our server starts also while it is down. */
    private ClientRegistrationRepository provider() {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                ClientRegistrations.fromOidcConfiguration(calls.describe(settings.issuer()))
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
