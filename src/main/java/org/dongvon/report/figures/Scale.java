package org.dongvon.report.figures;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.dongvon.report.Indicator;
import org.dongvon.report.Indicator.Claimed;
import org.dongvon.report.Measure;
import org.dongvon.report.PublishedFigure.Amount;
import org.dongvon.report.Ratios;
import org.dongvon.shared.Refused;

/** What a printed number counts. */
enum Scale {
    DONG(1, "đồng"),
    MILLION(1_000_000, "triệu đồng"),
    BILLION(1_000_000_000, "tỷ đồng"),
    PERCENT(1, "%"),
    TIMES(1, "lần"),
    COUNT(1, "");

    private static final Map<String, Scale> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Scale::code, Function.identity()));
    private static final BigDecimal LIMIT = BigDecimal.TEN.pow(18);

    private final BigDecimal worth;
    private final String words;

    Scale(long worth, String words) {
        this.worth = BigDecimal.valueOf(worth);
        this.words = words;
    }

    /** As files write it. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Scale> of(String code) {
        return Optional.ofNullable(BY_CODE.get(code));
    }

    /** The scales in which an indicator may be printed. */
    static List<Scale> of(Indicator indicator) {
        if (indicator.claimed() == Claimed.TIMES) {
            return List.of(TIMES);
        }
        if (indicator.claimed().isPercent()) {
            return List.of(PERCENT);
        }
        return indicator.measure().nature() == Measure.Nature.MONEY ? List.of(DONG, MILLION, BILLION) : List.of(COUNT);
    }

    /**
     * The number in đồng, heads, percent or times, with half a unit of its last printed digit to both sides. A whole
     * number of đồng or heads is exact: nothing smaller was there to round.
     *
     * @throws Refused {@link FigureRefusal#FRACTION}, {@link FigureRefusal#TOO_LARGE}
     */
    Amount amount(PrintedNumber printed, String typed) {
        if (isWhole() && printed.decimals() > 0) {
            throw new Refused(FigureRefusal.FRACTION, typed);
        }
        var value = Ratios.trimmed(printed.value().multiply(worth));
        if ((this == MILLION || this == BILLION) && value.scale() > 0) {
            throw new Refused(FigureRefusal.FRACTION, typed);
        }
        if (value.abs().compareTo(LIMIT) >= 0) {
            throw new Refused(FigureRefusal.TOO_LARGE, typed);
        }
        var half = isWhole()
                ? BigDecimal.ZERO
                : BigDecimal.ONE
                        .movePointLeft(printed.decimals())
                        .multiply(worth)
                        .divide(BigDecimal.TWO);
        return new Amount(value, Ratios.trimmed(value.subtract(half)), Ratios.trimmed(value.add(half)));
    }

    private boolean isWhole() {
        return this == DONG || this == COUNT;
    }

    /** The number as it was printed, with its scale in words: {@code 242.780 triệu đồng}. */
    String words(String typed) {
        return words.isEmpty() ? typed : typed + " " + words;
    }
}
