package org.dongvon.identity.access;

import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Set;
import org.dongvon.shared.WebOnly;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
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

    private static final String CONTENT_SECURITY_POLICY = String.join(
            "; ",
            "default-src 'none'",
            "style-src 'self'",
            "script-src 'self'",
            "img-src 'self'",
            "font-src 'self'",
            "connect-src 'self'",
            "form-action 'self'",
            "base-uri 'none'",
            "frame-ancestors 'none'");

    @Bean
    SecurityFilterChain pages(
            HttpSecurity http,
            Doors doors,
            RequestCache asked,
            AuthorizationManager<RequestAuthorizationContext> rules) {
        var denied = new Denied();
        return http.authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/login", "/assets/**")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, PageAccess.OPEN.toArray(String[]::new))
                        .permitAll()
                        .anyRequest()
                        .access(rules))
                .with(doors, all -> {})
                .exceptionHandling(
                        handling -> handling.accessDeniedHandler(denied).authenticationEntryPoint(denied))
                .requestCache(cache -> cache.requestCache(asked))
                .headers(Security::headers)
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

    private static void headers(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_SECURITY_POLICY))
                .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                .crossOriginOpenerPolicy(policy -> policy.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(policy -> policy.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(
                        policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
    }

    @Bean
    StrictHttpFirewall httpFirewall(@Value("${dongvon.hosts:127.0.0.1,localhost,[::1]}") Set<String> hosts) {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHostnames(hosts::contains);
        return firewall;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorResolver());
    }
}
