package org.dongvon.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.dongvon.shared.InstallationKey;

/** Keys for one purpose each, made from the installation's key, so that none serves for two things. */
public final class DerivedKey {

    private static final String HMAC = "HmacSHA256";

    private DerivedKey() {}

    /** 256 bits for a purpose; the same whenever asked. */
    public static byte[] of(InstallationKey key, String purpose) {
        return hmac(key.key().getEncoded(), purpose);
    }

    /** The same from a key of the ring. */
    public static byte[] of(SecretKeySpec key, String purpose) {
        return hmac(key.getEncoded(), purpose);
    }

    /** HMAC-SHA-256 of a text. */
    public static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HMAC-SHA-256", e);
        }
    }
}
