package org.dongvon.shared.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.servlet.resource.ResourceUrlEncodingFilter;
import org.springframework.web.servlet.resource.ResourceUrlProvider;
import org.springframework.web.servlet.resource.ResourceUrlProviderExposingInterceptor;

/**
 * Writes the hashed names of static files into the pages. Knows them also where no handler was found, so that the page
 * saying so has its looks.
 */
final class HashedNames extends ResourceUrlEncodingFilter {

    private final ObjectProvider<ResourceUrlProvider> names;

    HashedNames(ObjectProvider<ResourceUrlProvider> names) {
        this.names = names;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        super.doFilter(request, response, (wrappedRequest, wrappedResponse) -> {
            wrappedRequest.setAttribute(
                    ResourceUrlProviderExposingInterceptor.RESOURCE_URL_PROVIDER_ATTR, names.getObject());
            chain.doFilter(wrappedRequest, wrappedResponse);
        });
    }
}
