package org.dongvon.household.seen;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.dongvon.household.SeenLog;
import org.dongvon.household.SeenLog.Seen;
import org.dongvon.shared.Actor;
import org.dongvon.shared.Purpose;
import org.dongvon.shared.ShowsPeople;
import org.dongvon.shared.WebOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.view.RedirectView;

/**
 * Logs what a page is about to show, after it was read and before it is written. When the log fails the page is an error
 * page: nobody sees what nobody knows they saw.
 */
@Configuration(proxyBeanMethods = false)
@WebOnly
class SeenOnPages implements WebMvcConfigurer, HandlerInterceptor {

    private final SeenLog log;

    SeenOnPages(SeenLog log) {
        this.log = log;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this);
    }

    @Override
    public void postHandle(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable ModelAndView page) {
        if (page == null || isRedirect(page)) {
            return;
        }
        Set<Long> people = new LinkedHashSet<>();
        Purpose purpose = null;
        for (var some : shown(page)) {
            if (people.addAll(some.people()) && purpose == null) {
                purpose = some.purpose();
            }
        }
        if (purpose != null) {
            log.write(actor(request), Seen.page(route(request), purpose, people));
        }
    }

    /** What of the model shows people: a thing by itself, or a list of such things. */
    private static List<ShowsPeople> shown(ModelAndView page) {
        return page.getModel().values().stream()
                .flatMap(each -> each instanceof Collection<?> several ? several.stream() : Stream.of(each))
                .filter(ShowsPeople.class::isInstance)
                .map(ShowsPeople.class::cast)
                .toList();
    }

    private static boolean isRedirect(ModelAndView page) {
        var name = page.getViewName();
        return page.getView() instanceof RedirectView || (name != null && name.startsWith("redirect:"));
    }

    private static Actor actor(HttpServletRequest request) {
        if (request.getAttribute(Actor.class.getName()) instanceof Actor actor) {
            return actor;
        }
        throw new IllegalStateException("a page shows people to nobody in particular");
    }

    private static String route(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }
}
