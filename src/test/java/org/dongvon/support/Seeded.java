package org.dongvon.support;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * A law, tried on many random cases. A failure names its seed and the smallest size at which that seed still fails;
 * {@code -Dseed=N} replays it.
 */
public final class Seeded {

    private static final int LARGEST = 40;
    private static final long FIRST_SEED = 20_261_123;

    private Seeded() {}

    /** Something that must hold for whatever the random source gives; larger sizes make longer cases. */
    @FunctionalInterface
    public interface Law {
        /** Makes a case of about that size and asserts. */
        void holds(Random random, int size);
    }

    /** Tries the law on so many cases, or on the one that {@code -Dseed} names. */
    public static void check(int cases, Law law) {
        var replayed = Long.getLong("seed");
        if (replayed != null) {
            tryFrom(1, LARGEST, replayed, law);
            return;
        }
        for (int i = 0; i < cases; i++) {
            int size = 1 + i % LARGEST;
            if (failure(law, FIRST_SEED + i, size) != null) {
                tryFrom(1, size, FIRST_SEED + i, law);
            }
        }
    }

    private static void tryFrom(int smallest, int largest, long seed, Law law) {
        for (int size = smallest; size <= largest; size++) {
            var failure = failure(law, seed, size);
            if (failure != null) {
                throw new AssertionError(
                        "broken at size " + size + "; replay with -Dseed=" + seed + ": " + failure.getMessage(),
                        failure);
            }
        }
    }

    private static @Nullable Throwable failure(Law law, long seed, int size) {
        try {
            law.holds(new Random(seed), size);
            return null;
        } catch (AssertionError | RuntimeException e) {
            return e;
        }
    }
}
