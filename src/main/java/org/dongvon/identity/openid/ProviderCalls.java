package org.dongvon.identity.openid;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.dongvon.shared.WebOnly;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.RequestEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestOperations;
import org.springframework.web.client.RestTemplate;

/** What we ask the provider for: its addresses and its keys. A redirect is no answer, wherever it leads. */
@Component
@WebOnly
class ProviderCalls {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final ParameterizedTypeReference<Map<String, Object>> FACTS = new ParameterizedTypeReference<>() {};

    private final RestOperations http;

    ProviderCalls() {
        var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build();
        var requests = new JdkClientHttpRequestFactory(client);
        requests.setReadTimeout(PATIENCE);
        this.http = new RestTemplate(requests);
    }

    /** By which every call is made. */
    RestOperations http() {
        return http;
    }

    /**
     * What a provider says of itself.
     *
     * @throws IllegalStateException when it answers with anything else, or for another issuer
     */
    Map<String, Object> describe(String issuer) {
        var address = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
        var answer = http.exchange(RequestEntity.get(address).build(), FACTS);
        if (answer.getStatusCode() != HttpStatus.OK) {
            throw new IllegalStateException(address + " answered " + answer.getStatusCode());
        }
        var facts = Objects.requireNonNull(answer.getBody());
        if (!issuer.equals(facts.get("issuer"))) {
            throw new IllegalStateException(address + " speaks for " + facts.get("issuer"));
        }
        return facts;
    }
}
