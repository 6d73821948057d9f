package org.dongvon.notice.text;

import java.io.ByteArrayOutputStream;

/** Texts in the 7-bit alphabet of GSM 03.38, a letter a byte, as SMPP takes them. */
public final class GsmLetters {

    private static final int ESCAPE = 0x1B;

    private GsmLetters() {}

    /**
     * The codes of a text. Example: {@code @} is 0, {@code €} is 27 101.
     *
     * @throws IllegalArgumentException when it has a letter outside the alphabet
     */
    public static byte[] encode(String text) {
        var bytes = new ByteArrayOutputStream(text.length());
        for (int i = 0; i < text.length(); i++) {
            int code = ShortMessage.ALPHABET.indexOf(text.charAt(i));
            int extended = ShortMessage.EXTENSION.indexOf(text.charAt(i));
            if (code >= 0 && code != ESCAPE) {
                bytes.write(code);
            } else if (extended >= 0) {
                bytes.write(ESCAPE);
                bytes.write(ShortMessage.EXTENSION_CODES[extended]);
            } else {
                throw new IllegalArgumentException("no letter of GSM 03.38 at " + i);
            }
        }
        return bytes.toByteArray();
    }
}
