package org.dongvon.simulation;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Keys of submissions and lines: the same for the same seed, so that a retry doubles nothing. */
record Keys(long seed) {

    UUID of(String what) {
        return UUID.nameUUIDFromBytes(("demonstration " + seed + " " + what).getBytes(StandardCharsets.UTF_8));
    }
}
