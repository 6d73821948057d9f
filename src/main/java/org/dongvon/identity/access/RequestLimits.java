package org.dongvon.identity.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import org.dongvon.identity.SignedIn;
import org.dongvon.shared.WebLimit;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses what is too much before anything of it is read: too many requests of an account, or of an address that nobody
 * is logged in from; forms and files that are too large; and files where nobody takes any.
 */
final class RequestLimits extends OncePerRequestFilter {

    private static final int KILO = 1 << 10;

    /** What a form with a file has around the file. */
    private static final int AROUND = 64 * KILO;

    /** Of an IPv6 address the network counts: its owner has all the others in it. */
    private static final int NETWORK_BYTES = 8;

    private final Allowance allowance;
    private final RefusedRequests refusals;

    RequestLimits(Allowance allowance, RefusedRequests refusals) {
        this.allowance = allowance;
        this.refusals = refusals;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var path = AccessRules.path(request);
        // Whoever fetches a static file need not be known, and costs no look at who is there.
        boolean isFile = path.startsWith("/assets/");
        var person = isFile ? Optional.<SignedIn>empty() : person();
        var budget = Budget.of(path, AccessRules.isReading(request));
        var wait = person.isPresent()
                ? take(person.get(), budget)
                : allowance.take(
                        isFile ? WebLimit.FILES_PER_MINUTE : WebLimit.PUBLIC_PER_MINUTE,
                        network(request.getRemoteAddr()));
        if (wait.isPresent()) {
            refusals.note(request, HttpStatus.TOO_MANY_REQUESTS.name());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.get().toSeconds()));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return;
        }
        var refused = AccessRules.isReading(request) ? Optional.<HttpStatus>empty() : body(request, path, person);
        if (refused.isPresent()) {
            refusals.note(request, refused.get().name());
            response.sendError(refused.get().value());
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Duration> take(SignedIn person, Optional<Budget> budget) {
        var account = Long.toString(person.actor().id());
        return allowance
                .take(WebLimit.ACCOUNT_PER_MINUTE, account)
                .or(() -> budget.flatMap(own -> allowance.take(own.limit(), account)));
    }

    /** Why a body is not even read. */
    private Optional<HttpStatus> body(HttpServletRequest request, String path, Optional<SignedIn> person) {
        long most = (long) allowance.of(WebLimit.FORM_KILOBYTES) * KILO;
        if (isWithFiles(request)) {
            if (Budget.of(path, false).filter(Budget.UPLOADS::equals).isEmpty()) {
                return Optional.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
            }
            if (person.filter(in -> AccessRules.allows(request, in)).isEmpty()) {
                return Optional.of(HttpStatus.FORBIDDEN);
            }
            most = (long) allowance.of(WebLimit.UPLOAD_MEGABYTES) * KILO * KILO + AROUND;
        }
        return request.getContentLengthLong() > most ? Optional.of(HttpStatus.CONTENT_TOO_LARGE) : Optional.empty();
    }

    private static boolean isWithFiles(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA.getType() + "/");
    }

    private static Optional<SignedIn> person() {
        var found = SecurityContextHolder.getContext().getAuthentication();
        return found != null && found.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    /** The part of an address that belongs to one customer of a network. */
    static String network(String address) {
        try {
            // A literal address: nothing is looked up.
            var parsed = InetAddress.ofLiteral(address);
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return "";
        }
    }
}
