package org.dongvon.shared.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.apache.catalina.valves.RemoteIpValve;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.text.Messages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.AbstractLocaleResolver;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.VersionResourceResolver;

/** Static files under names with a hash of their content, the language of templates, forms as arguments. */
@Configuration(proxyBeanMethods = false)
@WebOnly
class WebSetup implements WebMvcConfigurer {

    /** A file's name changes with its content, so a browser never needs to ask again. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();

    /** Only a proxy on this machine is believed what it says of others. */
    private static final String THIS_MACHINE = "127\\.\\d+\\.\\d+\\.\\d+|::1|0:0:0:0:0:0:0:1";

    /** The cookie's name over plain HTTP, as in {@code application.properties}. */
    private static final String SESSION = "dongvon";

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**")
                .addResourceLocations("classpath:/static/")
                .setCacheControl(FOR_EVER)
                .resourceChain(true)
                .addResolver(new VersionResourceResolver().addContentVersionStrategy("/**"));
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new FormResolver());
    }

    /** Writes the hashed names into the pages, error pages included. */
    @Bean
    FilterRegistrationBean<HashedNames> hashedNames(ObjectProvider<ResourceUrlProvider> names) {
        var filter = new FilterRegistrationBean<>(new HashedNames(names));
        filter.setDispatcherTypes(DispatcherType.REQUEST, DispatcherType.ERROR);
        return filter;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareErrors(Messages messages, PageHeaders headers) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new BareErrors(messages, headers)));
    }

    /** Behind a proxy that speaks TLS: cookies for TLS alone, and the addresses that the proxy tells us of. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> behindTls(PublicAddress address) {
        return factory -> {
            if (!address.isTls()) {
                return;
            }
            var proxy = new RemoteIpValve();
            proxy.setInternalProxies(THIS_MACHINE);
            proxy.setProtocolHeader("X-Forwarded-Proto");
            factory.addEngineValves(proxy);
            factory.addInitializers(server -> {
                var cookie = server.getSessionCookieConfig();
                cookie.setName(address.cookie(SESSION));
                cookie.setSecure(true);
            });
        };
    }

    @Bean
    LocaleResolver localeResolver() {
        return new PageLocale();
    }

    private static final class PageLocale extends AbstractLocaleResolver {

        @Override
        public Locale resolveLocale(HttpServletRequest request) {
            return PageLanguage.of(request).locale();
        }

        @Override
        public void setLocale(
                HttpServletRequest request, @Nullable HttpServletResponse response, @Nullable Locale locale) {
            throw new UnsupportedOperationException("the language comes from the request");
        }
    }
}
