package org.dongvon.shared.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Numbers read out in English: 233 200 000 000 is "two hundred thirty-three billion two hundred million". */
final class EnglishWords {

    private static final List<String> SMALL = List.of(
            "zero",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen");

    private static final List<String> TENS =
            List.of("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");

    private static final List<String> SCALES =
            List.of("", "thousand", "million", "billion", "trillion", "quadrillion", "quintillion");

    private EnglishWords() {}

    /** The amount with its unit, capitalised: {@code Seven million đồng}. */
    static String amount(long amount) {
        var text = number(amount) + " đồng";
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    static String number(long value) {
        if (value == 0) {
            return SMALL.getFirst();
        }
        var words = new ArrayList<String>();
        if (value < 0) {
            words.add("minus");
        }
        var groups = new ArrayList<Integer>();
        for (long rest = Math.absExact(value); rest > 0; rest /= 1000) {
            groups.addFirst((int) (rest % 1000));
        }
        for (int i = 0; i < groups.size(); i++) {
            group(words, groups.get(i), SCALES.get(groups.size() - 1 - i));
        }
        return String.join(" ", words);
    }

    private static void group(List<String> words, int value, String scale) {
        if (value == 0) {
            return;
        }
        if (value >= 100) {
            words.add(SMALL.get(value / 100));
            words.add("hundred");
        }
        int rest = value % 100;
        if (rest >= 20) {
            words.add(TENS.get(rest / 10) + (rest % 10 == 0 ? "" : "-" + SMALL.get(rest % 10)));
        } else if (rest > 0) {
            words.add(SMALL.get(rest));
        }
        if (!scale.isEmpty()) {
            words.add(scale);
        }
    }
}
