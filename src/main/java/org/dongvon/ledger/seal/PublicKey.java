package org.dongvon.ledger.seal;

import java.util.Base64;
import java.util.List;
import org.dongvon.shared.SealKeys;
import org.jspecify.annotations.Nullable;

/**
 * A key that seals are signed with, as published.
 *
 * @param number from 1 on
 * @param base64 the key as SubjectPublicKeyInfo
 * @param endorsement the signature of {@link #line()} by the key before it, in base64; of the first, by itself
 */
public record PublicKey(int number, String base64, String endorsement) {

    /** The text that is endorsed: {@code key 1 <base64>}. */
    public String line() {
        return line(number, base64);
    }

    static String line(int number, String base64) {
        return "key " + number + " " + base64 + "\n";
    }

    byte[] bytes() {
        return Base64.getDecoder().decode(base64);
    }

    /** What people compare: the first 32 digits of the key's SHA-256, in groups of four. */
    public String fingerprint() {
        return Hash.ofContent(bytes()).toString().substring(0, 32).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** Whether the key before it vouches for it. */
    boolean isEndorsedBy(@Nullable PublicKey before) {
        var by = before == null ? this : before;
        return SealKeys.verifies(by.bytes(), line(), Base64.getDecoder().decode(endorsement));
    }

    /** Whether these are keys 1, 2, … and each vouches for the next. */
    static boolean areChained(List<PublicKey> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).number() != i + 1 || !keys.get(i).isEndorsedBy(i == 0 ? null : keys.get(i - 1))) {
                return false;
            }
        }
        return true;
    }
}
