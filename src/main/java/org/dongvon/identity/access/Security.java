package org.dongvon.identity.access;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Set;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.web.PublicAddress;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * The protection of every page: log-in, the table of roles, headers, forms with a token, and only the host names that
 * this server is known by, so that no foreign page reaches it through a name that was pointed at loopback.
 */
@Configuration(proxyBeanMethods = false)
@WebOnly
class Security implements WebMvcConfigurer {

    private final SecurityEvents events;
    private final RefusedRequests refusals;

    Security(SecurityEvents events, RefusedRequests refusals) {
        this.events = events;
        this.refusals = refusals;
    }

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            Doors doors,
            RequestCache asked,
            AuthorizationManager<RequestAuthorizationContext> rules,
            Allowance allowance) {
        var denied = new Denied(events, refusals);
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/login", "/assets/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, OpenPages.ALL.toArray(String[]::new))
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .with(doors, all -> {})
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler(denied).authenticationEntryPoint(denied))
                .requestCache(cache -> cache.requestCache(asked))
                // All headers are written before, see PageHeaders; they also stand on what never comes this far.
                .headers(AbstractHttpConfigurer::disable)
                .addFilterBefore(new RequestLimits(allowance, refusals), CsrfFilter.class)
                .build();
    }

    /** After logging in, people land on the page they asked for. */
    @Bean
    // The library takes null here to add nothing to the address, but does not say so in its annotations.
    @SuppressWarnings("NullAway")
    static RequestCache afterLogin() {
        var cache = new HttpSessionRequestCache();
        cache.setMatchingRequestParameterName(null);
        cache.setRequestMatcher(request -> "GET".equals(request.getMethod())
                && PageAccess.of(AccessRules.path(request)).isPresent()
                && !AccessRules.path(request).equals("/amount-in-words"));
        return cache;
    }

    @Bean
    StrictHttpFirewall httpFirewall(
            @Value("${dongvon.hosts:127.0.0.1,localhost,[::1]}") Set<String> hosts, PublicAddress address) {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(host ->
                hosts.contains(host) || address.host().filter(host::equals).isPresent());
        // No key types it, and no text of a database holds it.
        firewall.setAllowedParameterValues(value -> value == null || value.indexOf('\0') < 0);
        firewall.setAllowedParameterNames(name -> name.indexOf('\0') < 0);
        return firewall;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorResolver());
    }
}
