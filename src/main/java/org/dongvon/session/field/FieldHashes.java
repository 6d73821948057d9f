package org.dongvon.session.field;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** SHA-256, as the field page takes it too. */
final class FieldHashes {

    private FieldHashes() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
