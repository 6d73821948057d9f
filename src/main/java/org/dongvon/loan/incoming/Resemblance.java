package org.dongvon.loan.incoming;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How much a transfer speaks for a loan: 100 for its number in the text, 50 for the borrower's name in payer or text. Only a
 * suggestion: {@code docs/domain/credit.md}.
 */
final class Resemblance {

    /** More points when the amount is just what the loan owes. */
    static final int OF_AMOUNT = 10;

    private static final int OF_NUMBER = 100;
    private static final int OF_NAME = 50;
    /** A loan's number has at most so many pieces between its hyphens. */
    private static final int PIECES = 5;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern GAPS = Pattern.compile("[^0-9A-Z]+");

    private Resemblance() {}

    static int points(String payer, String note, String code, String name) {
        int points = numbers(note).contains(String.join("", words(code))) ? OF_NUMBER : 0;
        var sought = words(name);
        return points + (isWithin(sought, words(payer)) || isWithin(sought, words(note)) ? OF_NAME : 0);
    }

    /** What in a text may be the number of a loan: one word or some that follow one another, without gaps. */
    static Set<String> numbers(String text) {
        var words = words(text);
        var found = new LinkedHashSet<String>();
        for (int from = 0; from < words.size(); from++) {
            var number = new StringBuilder();
            for (int to = from; to < Math.min(words.size(), from + PIECES); to++) {
                found.add(number.append(words.get(to)).toString());
            }
        }
        return found;
    }

    private static boolean isWithin(List<String> sought, List<String> words) {
        for (int at = 0; at + sought.size() <= words.size(); at++) {
            if (!sought.isEmpty() && words.subList(at, at + sought.size()).equals(sought)) {
                return true;
            }
        }
        return false;
    }

    /** Capital letters without diacritics, and digits. */
    private static List<String> words(String text) {
        var plain = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .replace('Đ', 'D');
        var words = new ArrayList<String>();
        for (var word : GAPS.split(plain, -1)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }
}
