package org.dongvon.identity.access;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.dongvon.shared.WebLimit;
import org.dongvon.shared.WebLimits;
import org.dongvon.shared.WebOnly;
import org.springframework.stereotype.Component;

/**
 * What each address and each account may still ask for: a bucket for each, which fills evenly to its limit within a
 * minute. Kept in memory for those who asked last, never for more than {@value #MOST}; who is forgotten begins with a
 * full bucket, which is what a bucket is after a minute anyway.
 */
@Component
@WebOnly
class Allowance {

    static final int MOST = 50_000;

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final WebLimits limits;

    private final Cache<Owner, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(MINUTE.multipliedBy(2))
            .build();

    Allowance(WebLimits limits) {
        this.limits = limits;
    }

    /** Takes one from a bucket; empty if there was one, otherwise the time until there will be. */
    Optional<Duration> take(WebLimit limit, String who) {
        var owner = new Owner(limit, who, limits.of(limit));
        var probe = buckets.get(owner, Allowance::full).tryConsumeAndReturnRemaining(1);
        return probe.isConsumed()
                ? Optional.empty()
                : Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill())
                        .truncatedTo(ChronoUnit.SECONDS)
                        .plus(SECOND));
    }

    /** The limit in force. */
    int of(WebLimit limit) {
        return limits.of(limit);
    }

    /** How many buckets are kept. */
    long size() {
        buckets.cleanUp();
        return buckets.estimatedSize();
    }

    private static Bucket full(Owner owner) {
        return Bucket.builder()
                .addLimit(bandwidth -> bandwidth.capacity(owner.perMinute()).refillGreedy(owner.perMinute(), MINUTE))
                .build();
    }

    /** A limit that was set anew has new buckets. */
    private record Owner(WebLimit limit, String who, int perMinute) {}
}
