package org.dongvon.shared.text;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.dongvon.engine.interest.AnnualRate;
import org.dongvon.engine.money.Dong;

/**
 * Numbers, money, rates and dates as a reader of one language expects them.
 *
 * <p>Vietnamese groups by dots and writes decimals after a comma ({@code 1.234.567,5}); English the other way round
 * ({@code 1,234,567.5}). Dates are day/month/year in both. A negative number has the sign −, or parentheses in accounting
 * reports.
 */
public final class Formats {

    private static final Formats VIETNAMESE = new Formats(Language.VI, '.', ',');
    private static final Formats ENGLISH = new Formats(Language.EN, ',', '.');

    private static final ZoneId VIETNAM = ZoneId.of("Asia/Ho_Chi_Minh");

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final BigInteger HUNDRED = BigInteger.valueOf(100);

    /** A rate in units of 1e-8 a year has this many decimals as a percentage. */
    private static final int PERCENT_DIGITS = 6;

    private final Language language;
    private final char group;
    private final char mark;

    private Formats(Language language, char group, char mark) {
        this.language = language;
        this.group = group;
        this.mark = mark;
    }

    /** The formats of a language. */
    public static Formats in(Language language) {
        return language == Language.VI ? VIETNAMESE : ENGLISH;
    }

    public Language language() {
        return language;
    }

    /** A whole number: {@code 1.234.567}, {@code −5}. */
    public String number(long value) {
        return decimal(BigInteger.valueOf(value), 0);
    }

    /** Whole đồng without the unit, for tables that name it once: {@code 1.234.567}. */
    public String dong(Dong amount) {
        return number(amount.amount());
    }

    /** Whole đồng with the unit: {@code 1.234.567 đồng}. */
    public String dongWithUnit(Dong amount) {
        return dong(amount) + " đồng";
    }

    /** As accounting reports write it: a negative amount in parentheses. */
    public String accounting(Dong amount) {
        return amount.isNegative() ? "(" + number(Math.negateExact(amount.amount())) + ")" : dong(amount);
    }

    /** Millions of đồng with one decimal, half up: 98 249 999 is {@code 98,2}. */
    public String millions(Dong amount) {
        return millions(amount, 1);
    }

    /** Millions of đồng with so many decimals, half up. */
    public String millions(Dong amount, int decimals) {
        return quotient(BigInteger.valueOf(amount.amount()), MILLION, decimals);
    }

    /** Whole millions of đồng, half up: 242 780 400 000 is {@code 242.780}. */
    public String wholeMillions(long dong) {
        return millions(new Dong(dong), 0);
    }

    /** A number with the decimals it has: {@code 3,431}. */
    public String ratio(BigDecimal number) {
        return number.scale() < 0
                ? decimal(number.toBigIntegerExact(), 0)
                : decimal(number.unscaledValue(), number.scale());
    }

    /** A rate with at least two decimals and no more than needed: {@code 6,24 %/năm}, {@code 7.9248 %/year}. */
    public String rate(AnnualRate rate) {
        int decimals = PERCENT_DIGITS;
        long value = rate.units();
        while (decimals > 2 && value % 10 == 0) {
            value /= 10;
            decimals--;
        }
        return decimal(BigInteger.valueOf(value), decimals) + (language == Language.VI ? " %/năm" : " %/year");
    }

    /** A share in percent with two decimals, half up; a dash when the whole is nothing: 1 of 3 is {@code 33,33 %}. */
    public String percent(long part, long whole) {
        return percent(part, whole, 2);
    }

    /** A share in percent with so many decimals. */
    public String percent(long part, long whole, int decimals) {
        if (whole == 0) {
            return "–";
        }
        return quotient(BigInteger.valueOf(part).multiply(HUNDRED), BigInteger.valueOf(whole), decimals) + " %";
    }

    /** A fraction written out with so many decimals, half up: 1 over 3 with two is {@code 0,33}. */
    public String quotient(BigInteger numerator, BigInteger denominator, int decimals) {
        var scaled = numerator.multiply(BigInteger.TEN.pow(decimals));
        var sign = scaled.signum() * denominator.signum();
        var twice = scaled.abs().multiply(BigInteger.TWO).add(denominator.abs());
        var rounded = twice.divide(denominator.abs().multiply(BigInteger.TWO));
        return decimal(sign < 0 ? rounded.negate() : rounded, decimals);
    }

    /** A number given in units of its last decimal: 347 17808 with two is {@code 347.178,08}. */
    public String decimal(BigInteger scaled, int decimals) {
        var digits = scaled.abs().toString();
        if (digits.length() <= decimals) {
            digits = "0".repeat(decimals + 1 - digits.length()) + digits;
        }
        int whole = digits.length() - decimals;
        var text = new StringBuilder();
        if (scaled.signum() < 0) {
            text.append('−');
        }
        for (int i = 0; i < whole; i++) {
            if (i > 0 && (whole - i) % 3 == 0) {
                text.append(group);
            }
            text.append(digits.charAt(i));
        }
        if (decimals > 0) {
            text.append(mark).append(digits, whole, digits.length());
        }
        return text.toString();
    }

    /** {@code 18/05/2024}. */
    public String date(LocalDate day) {
        return two(day.getDayOfMonth()) + "/" + two(day.getMonthValue()) + "/" + day.getYear();
    }

    /** {@code 18/05}, where the year is known. */
    public String dayAndMonth(LocalDate day) {
        return two(day.getDayOfMonth()) + "/" + two(day.getMonthValue());
    }

    /** {@code Thứ Bảy 18/05/2024}, {@code Saturday 18/05/2024}. */
    public String weekdayAndDate(LocalDate day) {
        return weekday(day) + " " + date(day);
    }

    /** {@code Thứ Bảy}, {@code Saturday}. */
    public String weekday(LocalDate day) {
        return Calendars.weekday(language, day.getDayOfWeek());
    }

    /** {@code tháng 5/2024}, {@code May 2024}. */
    public String month(LocalDate day) {
        return language == Language.VI
                ? "tháng " + day.getMonthValue() + "/" + day.getYear()
                : Calendars.englishMonth(day.getMonth()) + " " + day.getYear();
    }

    /**
     * A date as official documents write it, with a leading zero for days 1–9 and months 1–2:
     * {@code ngày 05 tháng 3 năm 2026}, {@code 5 March 2026}.
     */
    public String documentDate(LocalDate day) {
        if (language == Language.EN) {
            return day.getDayOfMonth() + " " + Calendars.englishMonth(day.getMonth()) + " " + day.getYear();
        }
        var month = day.getMonthValue() <= 2 ? two(day.getMonthValue()) : Integer.toString(day.getMonthValue());
        return "ngày " + two(day.getDayOfMonth()) + " tháng " + month + " năm " + day.getYear();
    }

    /** The time of day in Vietnam: {@code 07:05}. */
    public String time(Instant at) {
        var local = at.atZone(VIETNAM);
        return two(local.getHour()) + ":" + two(local.getMinute());
    }

    /** The day in Vietnam: {@code 18/05/2024}. */
    public String day(Instant at) {
        return date(at.atZone(VIETNAM).toLocalDate());
    }

    /** Day and time in Vietnam: {@code 18/05/2024 07:05}. */
    public String dateAndTime(Instant at) {
        ZonedDateTime local = at.atZone(VIETNAM);
        return date(local.toLocalDate()) + " " + time(at);
    }

    /** The amount in words, as printed under the digits: {@code Bảy triệu đồng chẵn}, {@code Seven million đồng}. */
    public String words(Dong amount) {
        return language == Language.VI
                ? VietnameseWords.amount(amount.amount(), VietnameseWords.Style.NORTH)
                : EnglishWords.amount(amount.amount());
    }

    /**
     * A fact of a sentence: {@link Dong} and whole numbers as digits without a unit, dates as dd/MM/yyyy, rates with their unit, all else as
     * it writes itself.
     */
    public String fact(Object value) {
        return switch (value) {
            case Dong amount -> dong(amount);
            case LocalDate day -> date(day);
            case AnnualRate rate -> rate(rate);
            case Instant at -> dateAndTime(at);
            case Long number -> number(number);
            case Integer number -> number(number);
            default -> value.toString();
        };
    }

    private static String two(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
