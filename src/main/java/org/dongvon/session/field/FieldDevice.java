package org.dongvon.session.field;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Locale;
import org.dongvon.session.FieldRefusal;
import org.dongvon.shared.Refused;

/**
 * A device that may sign for a teller.
 *
 * @param pointId the direct point of its office
 * @param accountId the teller whose device it is
 */
public record FieldDevice(long id, long pointId, long officeId, long accountId, Key key, boolean revoked) {

    /** P-256 alone; its encoding has one length. */
    private static final int LENGTH = 91;

    private static final int BITS = 256;

    /**
     * What its signatures are checked by.
     *
     * @param keyId SHA-256 of the encoded key, in hexadecimal
     */
    @SuppressWarnings("ArrayRecordComponent")
    public record Key(String keyId, byte[] encoded) {

        /** The twelve letters that both persons compare: {@code 3F0A-91BC-77D2}. */
        public static String code(String keyId) {
            var letters = keyId.substring(0, 12).toUpperCase(Locale.ROOT);
            return letters.substring(0, 4) + "-" + letters.substring(4, 8) + "-" + letters.substring(8);
        }
    }

    /**
     * The key of an encoding.
     *
     * @throws Refused {@link FieldRefusal#FIELD_KEY_UNREADABLE} unless it is one of ECDSA P-256
     */
    static PublicKey parse(byte[] encoded) {
        try {
            var key = KeyFactory.getInstance("EC").generatePublic(new X509EncodedKeySpec(encoded));
            if (encoded.length == LENGTH
                    && key instanceof ECPublicKey curve
                    && curve.getParams().getOrder().bitLength() == BITS) {
                return key;
            }
        } catch (GeneralSecurityException e) {
            // Told below: whatever it is, it is no key of ours.
        }
        throw new Refused(FieldRefusal.FIELD_KEY_UNREADABLE);
    }

    /** Whether the device signed a text. */
    public boolean signed(byte[] text, byte[] signature) {
        try {
            var check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(parse(key.encoded()));
            check.update(text);
            return check.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
