package org.dongvon.session.board;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared in a search: small letters without diacritics. */
final class Plain {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private Plain() {}

    /** {@code Đặng Thị Huê} is {@code dang thi hue}. */
    static String text(String typed) {
        var apart = Normalizer.normalize(typed.strip().toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return MARKS.matcher(apart).replaceAll("").replace('đ', 'd');
    }
}
