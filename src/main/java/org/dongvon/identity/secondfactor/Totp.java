package org.dongvon.identity.secondfactor;

import com.eatthepath.otp.HmacOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/**
 * Codes of six digits that change each thirty seconds (RFC 6238, HMAC-SHA-1: what every app understands).
 *
 * <p>Example: the secret {@code 12345678901234567890} shows 287082 from second 30 to second 59 of 1970, step 1.
 */
final class Totp {

    static final int SECRET_BYTES = 20;

    static final int DIGITS = 6;

    private static final int STEP_SECONDS = 30;

    private static final String ALGORITHM = "HmacSHA1";

    private Totp() {}

    /** The step a second of Unix time lies in. */
    static long step(long epochSecond) {
        return Math.floorDiv(epochSecond, STEP_SECONDS);
    }

    /** The code of a step. */
    static String code(byte[] secret, long step) {
        try {
            return new HmacOneTimePasswordGenerator(DIGITS)
                    .generateOneTimePasswordString(new SecretKeySpec(secret, ALGORITHM), step, Locale.ROOT);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("any bytes are a key", e);
        }
    }

    /** The step whose code was typed: now, or as many before or after as the house takes, but none up to {@code last}. */
    static OptionalLong match(byte[] secret, String typed, When when, long last) {
        var found = OptionalLong.empty();
        // All are compared, in constant time each: how long it takes tells nothing.
        for (long step = when.step() - when.off(); step <= when.step() + when.off(); step++) {
            boolean same = java.security.MessageDigest.isEqual(bytes(code(secret, step)), bytes(typed));
            if (same && step > last) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /**
     * A step, and how many steps a telephone's clock may be off from it, either way.
     *
     * @param off 0 where a code lives thirty seconds
     */
    record When(long step, int off) {}

    private static byte[] bytes(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
