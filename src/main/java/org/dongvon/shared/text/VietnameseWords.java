package org.dongvon.shared.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Numbers read out in Vietnamese: mốt in 21, lăm in 15, tư in 24, "không trăm linh" inside larger numbers, nghìn, triệu,
 * tỷ, nghìn tỷ. Example: 1 005 is "một nghìn không trăm linh năm".
 */
final class VietnameseWords {

    /** The two habits of the country for a zero in the tens; an office chooses one for its forms. */
    enum Style {
        NORTH("linh"),
        SOUTH("lẻ");

        private final String zeroTens;

        Style(String zeroTens) {
            this.zeroTens = zeroTens;
        }
    }

    private static final List<String> DIGITS =
            List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");

    private static final long BILLION = 1_000_000_000;

    private VietnameseWords() {}

    /** The amount with its unit, capitalised, and "chẵn" when it is whole thousands: {@code Bảy triệu đồng chẵn}. */
    static String amount(long amount, Style style) {
        var text = number(amount, style) + " đồng" + (amount != 0 && amount % 1000 == 0 ? " chẵn" : "");
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String number(long value, Style style) {
        if (value == 0) {
            return DIGITS.getFirst();
        }
        var words = new ArrayList<String>();
        if (value < 0) {
            words.add("âm");
        }
        new Reading(words, style).read(Math.absExact(value));
        return String.join(" ", words);
    }

    private record Reading(List<String> words, Style style) {

        void read(long value) {
            boolean started = false;
            if (value >= BILLION) {
                read(value / BILLION);
                words.add("tỷ");
                started = true;
            }
            int rest = (int) (value % BILLION);
            started |= group(rest / 1_000_000, "triệu", started);
            started |= group(rest / 1_000 % 1_000, "nghìn", started);
            group(rest % 1_000, "", started);
        }

        private boolean group(int value, String unit, boolean inside) {
            if (value == 0) {
                return false;
            }
            hundreds(value / 100, inside);
            tens(value / 10 % 10, value % 10, inside || value >= 100);
            if (!unit.isEmpty()) {
                words.add(unit);
            }
            return true;
        }

        private void hundreds(int hundreds, boolean inside) {
            if (hundreds > 0 || inside) {
                words.add(DIGITS.get(hundreds));
                words.add("trăm");
            }
        }

        private void tens(int tens, int ones, boolean inside) {
            switch (tens) {
                case 0 -> {
                    if (ones > 0 && inside) {
                        words.add(style.zeroTens);
                    }
                }
                case 1 -> words.add("mười");
                default -> {
                    words.add(DIGITS.get(tens));
                    words.add("mươi");
                }
            }
            if (ones > 0) {
                words.add(ones(tens, ones));
            }
        }

        private static String ones(int tens, int ones) {
            if (ones == 1 && tens >= 2) {
                return "mốt";
            }
            if (ones == 4 && tens >= 2) {
                return "tư";
            }
            return ones == 5 && tens >= 1 ? "lăm" : DIGITS.get(ones);
        }
    }
}
