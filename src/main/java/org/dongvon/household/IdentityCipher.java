package org.dongvon.household;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import org.dongvon.shared.KeyRing;
import org.springframework.stereotype.Component;

/**
 * Encrypts identity and telephone numbers, AES-256-GCM under a numbered key, the nonce first; and hashes them for looking up, HMAC-SHA-256
 * under a key of its own, so that equal numbers are found without any being decrypted.
 */
@Component
class IdentityCipher {

    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;

    private final KeyRing keys;
    private final SecureRandom random = new SecureRandom();

    IdentityCipher(KeyRing keys) {
        this.keys = keys;
    }

    /** Under the key of a number. */
    byte[] encrypt(IdentityNumber number, int key) {
        return encrypt(number.digits(), key);
    }

    /** A telephone number under the key of a number. */
    byte[] encrypt(PhoneNumber number, int key) {
        return encrypt(number.digits(), key);
    }

    private byte[] encrypt(String text, int key) {
        try {
            var nonce = new byte[NONCE_BYTES];
            random.nextBytes(nonce);
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, keys.key(key), new GCMParameterSpec(TAG_BITS, nonce));
            var sealed = cipher.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            var result = new byte[nonce.length + sealed.length];
            System.arraycopy(nonce, 0, result, 0, nonce.length);
            System.arraycopy(sealed, 0, result, nonce.length, sealed.length);
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("AES-GCM is part of every Java", e);
        }
    }

    /** @throws IllegalStateException when it was encrypted under another key or changed since */
    IdentityNumber decrypt(byte[] stored, int key) {
        return new IdentityNumber(text(stored, key));
    }

    /** @throws IllegalStateException when it was encrypted under another key or changed since */
    PhoneNumber phone(byte[] stored, int key) {
        return new PhoneNumber(text(stored, key));
    }

    private String text(byte[] stored, int key) {
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, keys.key(key), new GCMParameterSpec(TAG_BITS, stored, 0, NONCE_BYTES));
            var digits = cipher.doFinal(stored, NONCE_BYTES, stored.length - NONCE_BYTES);
            return new String(digits, StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a number of a person does not open under key " + key, e);
        }
    }

    /** The look-up hash in hexadecimal. */
    String hash(IdentityNumber number) {
        return hash(number.digits());
    }

    /** Likewise of a telephone number, told apart from identity numbers. */
    String hash(PhoneNumber number) {
        return hash("tel:" + number.digits());
    }

    private String hash(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(keys.lookup());
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.US_ASCII)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
