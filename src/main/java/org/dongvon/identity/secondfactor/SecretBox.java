package org.dongvon.identity.secondfactor;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Collections;
import java.util.Comparator;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.dongvon.identity.DerivedKey;
import org.dongvon.shared.InstallationKey;
import org.dongvon.shared.KeyRing;
import org.springframework.stereotype.Component;

/**
 * Seals secrets of second factors, AES-256-GCM, the nonce first; what was sealed for one account opens for no other. Seals
 * under the newest key of the ring, and opens what any of them sealed, or the installation's key before there was a ring.
 */
@Component
public class SecretBox {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private static final String PURPOSE = "identity.second_factor";

    private final SecretKeySpec first;
    private final KeyRing ring;
    private final SecureRandom random = new SecureRandom();

    /** With the installation's keys. */
    public SecretBox(InstallationKey first, KeyRing ring) {
        this.first = aes(DerivedKey.of(first, PURPOSE));
        this.ring = ring;
    }

    private static SecretKeySpec aes(byte[] key) {
        return new SecretKeySpec(key, "AES");
    }

    private SecretKeySpec key(int number) {
        return aes(DerivedKey.of(ring.key(number), PURPOSE));
    }

    private SecretKeySpec newest() {
        return key(Collections.max(ring.numbers()));
    }

    /** The secret as it is stored. */
    public byte[] seal(long accountId, byte[] secret) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var cipher = cipher(Cipher.ENCRYPT_MODE, newest(), accountId, nonce);
            var sealed = cipher.doFinal(secret);
            return ByteBuffer.allocate(NONCE_BYTES + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    /** The secret; nothing when it was sealed for another account, under a key that is gone, or changed since. */
    public Optional<byte[]> open(long accountId, byte[] sealed) {
        return ring.numbers().stream()
                .sorted(Comparator.reverseOrder())
                .map(number -> open(key(number), accountId, sealed))
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> open(first, accountId, sealed));
    }

    /** Whether it opens under the newest key. */
    public boolean isNewest(long accountId, byte[] sealed) {
        return open(newest(), accountId, sealed).isPresent();
    }

    private static Optional<byte[]> open(SecretKeySpec key, long accountId, byte[] sealed) {
        if (sealed.length <= NONCE_BYTES) {
            return Optional.empty();
        }
        var nonce = java.util.Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            var cipher = cipher(Cipher.DECRYPT_MODE, key, accountId, nonce);
            return Optional.of(cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static Cipher cipher(int mode, SecretKeySpec key, long accountId, byte[] nonce)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES).putLong(accountId).array());
        return cipher;
    }
}
