package org.dongvon.identity.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.dongvon.identity.SignedIn;
import org.dongvon.identity.event.Caller;
import org.dongvon.identity.event.SecurityEvent;
import org.dongvon.identity.event.SecurityEvents;
import org.dongvon.shared.WebOnly;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/**
 * Notes who tries to get round what holds requests: limits, sizes, the token of a form, the shape of an address. Of the
 * same attempt of the same account or address one a minute is noted, so that nobody fills the book by trying.
 */
@Component
@WebOnly
class RefusedRequests {

    private static final long MOST = 50_000;

    private final SecurityEvents events;

    private final Cache<Attempt, Boolean> noted = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(Duration.ofMinutes(1))
            .build();

    RefusedRequests(SecurityEvents events) {
        this.events = events;
    }

    /** Notes one; {@code why} is a short word such as a status. */
    void note(HttpServletRequest request, String why) {
        note(request, why, about(request, why));
    }

    /** Notes one whose address is no address of ours and may hold anything. */
    void noteOdd(HttpServletRequest request) {
        note(request, "MALFORMED", "MALFORMED");
    }

    private void note(HttpServletRequest request, String why, String about) {
        var caller = Caller.of(request);
        var person = person();
        var who = person == null
                ? RequestLimits.network(caller.address())
                : Long.toString(person.actor().id());
        if (noted.asMap().putIfAbsent(new Attempt(who, why), true) != null) {
            return;
        }
        Long account = person == null ? null : person.actor().id();
        events.noteBy(account == null ? 0 : account, SecurityEvent.REQUEST_REFUSED, account, caller, about);
    }

    /** The page by its pattern, since addresses may name people. */
    static String about(HttpServletRequest request, String why) {
        var page = PageAccess.of(AccessRules.path(request))
                .map(PageAccess::pattern)
                .orElse("");
        return (why + (AccessRules.isReading(request) ? " GET " : " POST ") + page).strip();
    }

    private static @Nullable SignedIn person() {
        var found = SecurityContextHolder.getContext().getAuthentication();
        return found != null && found.getPrincipal() instanceof SignedIn signedIn ? signedIn : null;
    }

    private record Attempt(String who, String why) {}
}
