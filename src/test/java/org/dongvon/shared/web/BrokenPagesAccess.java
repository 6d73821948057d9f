package org.dongvon.shared.web;

import org.dongvon.shared.WebOnly;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextRepository;

/** Opens the pages of the tests to everyone who is logged in; the product's own table does not know them. */
@Configuration(proxyBeanMethods = false)
@WebOnly
class BrokenPagesAccess {

    @Bean
    @Order(1)
    SecurityFilterChain testPages(HttpSecurity http, SecurityContextRepository whoIsThere) {
        return http.securityMatcher("/test/**")
                .securityContext(context -> context.securityContextRepository(whoIsThere))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }
}
