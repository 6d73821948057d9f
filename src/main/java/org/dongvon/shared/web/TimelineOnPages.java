package org.dongvon.shared.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.dongvon.shared.Actor;
import org.dongvon.shared.WebOnly;
import org.dongvon.shared.timeline.HasTimeline;
import org.dongvon.shared.timeline.Timelines;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Gives pages of records that have a history their {@code timeline}; {@code ?older=} asks for what came before. */
@Configuration(proxyBeanMethods = false)
@WebOnly
class TimelineOnPages implements WebMvcConfigurer, HandlerInterceptor {

    private final Timelines timelines;

    TimelineOnPages(Timelines timelines) {
        this.timelines = timelines;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || !(request.getAttribute(Actor.class.getName()) instanceof Actor reader)) {
            return;
        }
        page.getModel().values().stream()
                .filter(HasTimeline.class::isInstance)
                .map(each -> ((HasTimeline) each).subject())
                .findFirst()
                .ifPresent(subject -> page.addObject(
                        "timeline", timelines.page(reader, subject, instant(request.getParameter("older")))));
    }

    private static @Nullable Instant instant(@Nullable String typed) {
        try {
            return typed == null ? null : Instant.parse(typed);
        } catch (DateTimeParseException e) {
            return null;
        }
    }
}
