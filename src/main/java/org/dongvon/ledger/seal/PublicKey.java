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
 * @param endorsement the signature of {@link #endorsed()} by the key before it, in base64; by itself of the first, and of one
 *     that was made anew because the one before it was lost
 * @param renewal how it was made anew; none for the first and for keys that the one before vouches for
 */
public record PublicKey(
        int number,
        String base64,
        String endorsement,
        @Nullable Renewal renewal) {

    /** A key that another one vouches for, or the first. */
    static PublicKey following(int number, String base64, String endorsement) {
        return new PublicKey(number, base64, endorsement, null);
    }

    /** The same key with the record of how it was made anew. */
    PublicKey renewedBy(@Nullable Renewal how) {
        return new PublicKey(number, base64, endorsement, how);
    }

    /** The same key with its endorsement. */
    PublicKey endorsedWith(byte[] signature) {
        return new PublicKey(number, base64, Base64.getEncoder().encodeToString(signature), renewal);
    }

    /** Its line in a roots file, without the endorsement: {@code key 1 <base64>}. */
    public String line() {
        return line(number, base64);
    }

    /** The text that is endorsed: the line, and how it was made anew. */
    String endorsed() {
        return renewal == null ? line() : line() + renewal.text();
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

    /** Whether the key before it vouches for it; the first, and one made anew, vouch for themselves. */
    boolean isEndorsedBy(@Nullable PublicKey before) {
        var by = before == null || renewal != null ? this : before;
        return (before != null || renewal == null)
                && SealKeys.verifies(by.bytes(), endorsed(), Base64.getDecoder().decode(endorsement));
    }

    /** Whether a seal, whoever signed it, is on its own side of each change of keys without a word of the one before. */
    static boolean allow(List<PublicKey> keys, Seal seal) {
        for (var key : keys) {
            var renewal = key.renewal();
            if (renewal != null && !renewal.fits(key.number(), seal)) {
                return false;
            }
        }
        return true;
    }

    /** Whether these are keys 1, 2, … and each is vouched for as it must be. */
    static boolean areChained(List<PublicKey> keys) {
        for (int i = 0; i < keys.size(); i++) {
            if (keys.get(i).number() != i + 1 || !keys.get(i).isEndorsedBy(i == 0 ? null : keys.get(i - 1))) {
                return false;
            }
        }
        return true;
    }
}
