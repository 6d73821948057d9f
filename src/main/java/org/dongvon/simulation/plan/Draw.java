package org.dongvon.simulation.plan;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Draws of one part of the plan. Each part has its own source, so that a change in one moves nothing in another. */
final class Draw {

    private static final int PERCENT = 100;

    private final Random random;

    private Draw(long seed) {
        this.random = new Random(seed);
    }

    /** The source of a named part; the same for the same seed and name. */
    static Draw of(long seed, String part) {
        var mixed = UUID.nameUUIDFromBytes((seed + " " + part).getBytes(StandardCharsets.UTF_8));
        return new Draw(mixed.getMostSignificantBits());
    }

    /** From 0 to below a bound. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** True so many times in a hundred. */
    boolean percent(int chance) {
        return random.nextInt(PERCENT) < chance;
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }
}
