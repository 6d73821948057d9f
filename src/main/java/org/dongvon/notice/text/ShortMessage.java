package org.dongvon.notice.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * A text as the mobile network counts it (GSM 03.38 and 03.40): 7-bit letters, 160 of them in one part and 153 in each of
 * several; a letter outside that alphabet makes all of it UCS-2 with 70 and 67.
 *
 * <p>Example: "Phien giao dich ngay 18/05/2024" is 31 letters of GSM, one part; "Phiên giao dịch ngày 18/05/2024" is 31 letters
 * of UCS-2, one part; 161 letters of GSM are two parts.
 */
public record ShortMessage(String text, Coding coding, int length, int parts) {

    /** The 7-bit alphabet; its letters' places are their codes. The escape has none. */
    static final String ALPHABET = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

    /** Letters behind an escape, and their codes. */
    static final String EXTENSION = "\f^{}\\[~]|€";

    static final byte[] EXTENSION_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    /** Letters and parts of a text. */
    public static ShortMessage of(String text) {
        int septets = 0;
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (ALPHABET.indexOf(letter) >= 0 && letter != '\u001b') {
                septets++;
            } else if (EXTENSION.indexOf(letter) >= 0) {
                septets += 2;
            } else {
                return new ShortMessage(text, Coding.UCS2, text.length(), Coding.UCS2.parts(text.length()));
            }
        }
        return new ShortMessage(text, Coding.GSM, septets, Coding.GSM.parts(septets));
    }

    /** A text without the marks of Vietnamese letters: "Nguyễn Thị Đào" is "Nguyen Thi Dao". */
    public static String withoutMarks(String text) {
        return MARKS.matcher(Normalizer.normalize(text.replace('đ', 'd').replace('Đ', 'D'), Normalizer.Form.NFD))
                .replaceAll("")
                .replace('–', '-')
                .replace('’', '\'');
    }

    /** Alphabets of the network. */
    public enum Coding {
        /** 7-bit letters. */
        GSM(160, 153),
        /** 16-bit letters. */
        UCS2(70, 67);

        private final int alone;
        private final int among;

        Coding(int alone, int among) {
            this.alone = alone;
            this.among = among;
        }

        /** How many parts so many letters take. */
        int parts(int letters) {
            return letters <= alone ? 1 : Math.ceilDiv(letters, among);
        }
    }
}
