package org.dongvon.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.dongvon.document.Mark;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;

/**
 * A figure that somebody printed. Example: of {@code LECHAN} on 17/05/2024, {@code households} at least 4 800, printed
 * as "hơn 4.800 hộ".
 *
 * @param place what it is about
 * @param amount in đồng, heads, percent or times, as the indicator is measured
 * @param printed how it was printed, and where
 * @param isAtLeast whether it was printed as "more than"
 * @param isImplied whether it was not printed itself, but follows from what was
 * @param isDateAssumed whether the source names no day
 */
public record PublishedFigure(
        Place place,
        Amount amount,
        Printed printed,
        boolean isAtLeast,
        boolean isImplied,
        boolean isDateAssumed,
        Label note) {

    /**
     * What a figure is about, and its key: one figure holds for one of these.
     *
     * @param unit the code of a unit, or the name of a place as it was written
     * @param on the day that it holds for
     * @param base the day since when, for a change, growth or flow
     * @param cut the part of the whole place that it is about
     */
    public record Place(String unit, LocalDate on, @Nullable LocalDate base, Indicator indicator, Cut cut) {}

    /**
     * A part of a place's total, by codes; empty for all.
     *
     * @param source of capital, as it was written
     */
    public record Cut(String programme, String association, String source) {

        /** All programmes, associations and sources. */
        public static final Cut NONE = new Cut("", "", "");

        public boolean isWhole() {
            return programme.isEmpty() && association.isEmpty() && source.isEmpty();
        }

        /** Whether it is about loans drawn on local capital, and nothing narrower. */
        public boolean isLocalCapital() {
            return programme.isEmpty() && association.isEmpty() && source.equalsIgnoreCase("LOCAL");
        }
    }

    /** A number with the interval that rounds to what was printed; the number itself when nothing was rounded. */
    public record Amount(BigDecimal value, BigDecimal low, BigDecimal high) {

        public boolean isRounded() {
            return low.compareTo(high) != 0;
        }
    }

    /**
     * The words, the publication and how sure the row is.
     *
     * @param isShipped whether it came with the product, and was not loaded by a person
     */
    public record Printed(String words, String document, Mark mark, boolean isShipped) {}

    public LocalDate on() {
        return place.on();
    }

    public Indicator indicator() {
        return place.indicator();
    }

    /** The whole number of an indicator in đồng or heads. */
    public long number() {
        return amount.value().longValueExact();
    }
}
