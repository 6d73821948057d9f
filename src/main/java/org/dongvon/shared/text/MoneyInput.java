package org.dongvon.shared.text;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dongvon.engine.money.Dong;
import org.dongvon.shared.Refused;
import org.dongvon.shared.SharedRefusal;
import org.jspecify.annotations.Nullable;

/**
 * Money as people type it: {@code 1500000}, {@code 1.500.000}, {@code 1,500,000}, {@code 1 500 000}, {@code 1,5tr},
 * {@code 1tr5}, {@code 500k}, {@code 2 tỷ}, with or without đồng.
 *
 * <p>Without a unit, dots or commas can only group by threes, since a đồng has no decimals: both languages' pages read
 * what the other wrote. Before a unit a single mark is a decimal mark ({@code 1,5tr}); followed by exactly three digits
 * ({@code 1.500tr}) it could be either, so it is refused, not guessed.
 */
public final class MoneyInput {

    /** The largest amount that can be typed: fifteen digits, well inside what browsers and the books count exactly. */
    public static final Dong LARGEST = new Dong(999_999_999_999_999L);

    private static final int LONGEST = 40;

    private static final String WHOLE = "(\\d{1,3}(?:\\.\\d{3})+|\\d{1,3}(?:,\\d{3})+|\\d{1,3}(?: \\d{3})+|\\d+)";
    private static final Pattern PLAIN = Pattern.compile(WHOLE);
    private static final Pattern WITH_DECIMALS = Pattern.compile(WHOLE + "[.,]\\d+");
    private static final Pattern NEGATIVE = Pattern.compile("[-−–] ?\\d.*|\\( ?\\d.*\\)");
    private static final Pattern CURRENCY = Pattern.compile(" ?(?:đồng|đ|₫|vnđ|vnd)$");
    private static final Pattern SPACES = Pattern.compile("[\\s\\u00a0\\u2009\\u202f]+");

    private static final String UNIT = " ?(k|nghìn|nghin|ngàn|ngan|tr|triệu|trieu|tỷ|tỉ|ty|ti)";
    private static final Pattern IN_UNITS = Pattern.compile(WHOLE + UNIT);
    private static final Pattern DECIMALS_IN_UNITS =
            Pattern.compile("(\\d+|\\d{1,3}(?:\\.\\d{3})+(?=,)|\\d{1,3}(?:,\\d{3})+(?=\\.))[.,](\\d{1,9})" + UNIT);
    private static final Pattern UNIT_INSIDE = Pattern.compile(WHOLE + UNIT + " ?(\\d{1,3})");
    private static final Pattern COULD_BE_EITHER = Pattern.compile("\\d{1,3}[.,]\\d{3}" + UNIT + ".*");

    private MoneyInput() {}

    /**
     * The amount that was typed, zero or more.
     *
     * @throws Refused {@link SharedRefusal#MISSING_FIELD}, {@link SharedRefusal#MONEY_NEGATIVE},
     *     {@link SharedRefusal#MONEY_TOO_LARGE}, {@link SharedRefusal#MONEY_FRACTION},
     *     {@link SharedRefusal#MONEY_AMBIGUOUS}, {@link SharedRefusal#NOT_MONEY}
     */
    public static Dong parse(@Nullable String typed) {
        var text = typed == null ? "" : tidy(typed);
        if (text.isEmpty()) {
            throw new Refused(SharedRefusal.MISSING_FIELD);
        }
        if (NEGATIVE.matcher(text).matches()) {
            throw refused(SharedRefusal.MONEY_NEGATIVE, text);
        }
        var number = CURRENCY.matcher(text).replaceFirst("");
        var exact = PLAIN.matcher(number).matches() ? whole(number, text) : inUnits(number, text);
        if (exact.compareTo(BigDecimal.valueOf(LARGEST.amount())) > 0) {
            throw refused(SharedRefusal.MONEY_TOO_LARGE, text);
        }
        return new Dong(exact.longValueExact());
    }

    private static String tidy(String typed) {
        var folded = Normalizer.normalize(typed, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return SPACES.matcher(folded).replaceAll(" ").strip();
    }

    private static BigDecimal inUnits(String number, String text) {
        if (COULD_BE_EITHER.matcher(number).matches()) {
            throw refused(SharedRefusal.MONEY_AMBIGUOUS, text);
        }
        var units = IN_UNITS.matcher(number);
        if (units.matches()) {
            return whole(units.group(1), text).multiply(worth(units.group(2)));
        }
        var decimals = DECIMALS_IN_UNITS.matcher(number);
        if (decimals.matches()) {
            return withDecimals(decimals, text);
        }
        var inside = UNIT_INSIDE.matcher(number);
        if (inside.matches()) {
            var part = new BigDecimal("0." + inside.group(3));
            return whole(inside.group(1), text).add(part).multiply(worth(inside.group(2)));
        }
        throw refused(
                WITH_DECIMALS.matcher(number).matches() ? SharedRefusal.MONEY_FRACTION : SharedRefusal.NOT_MONEY, text);
    }

    private static BigDecimal withDecimals(Matcher decimals, String text) {
        var part = new BigDecimal("0." + decimals.group(2));
        var exact = whole(decimals.group(1), text).add(part).multiply(worth(decimals.group(3)));
        if (exact.stripTrailingZeros().scale() > 0) {
            throw refused(SharedRefusal.MONEY_FRACTION, text);
        }
        return exact;
    }

    private static BigDecimal whole(String grouped, String text) {
        var digits = grouped.replaceAll("[., ]", "");
        // An identity or telephone number in a field for money begins with 0.
        if (digits.length() > 1 && digits.charAt(0) == '0') {
            throw refused(SharedRefusal.NOT_MONEY, text);
        }
        if (digits.length() > LONGEST) {
            throw refused(SharedRefusal.MONEY_TOO_LARGE, text);
        }
        return new BigDecimal(digits);
    }

    private static BigDecimal worth(String unit) {
        return switch (unit.charAt(0)) {
            case 'k', 'n' -> BigDecimal.valueOf(1_000);
            default -> unit.startsWith("tr") ? BigDecimal.valueOf(1_000_000) : BigDecimal.valueOf(1_000_000_000);
        };
    }

    private static Refused refused(SharedRefusal rule, String text) {
        return new Refused(rule, Shortened.text(text, LONGEST));
    }
}
