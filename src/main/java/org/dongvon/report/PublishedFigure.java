package org.dongvon.report;

import java.time.LocalDate;
import org.dongvon.document.Mark;
import org.dongvon.shared.text.Label;
import org.jspecify.annotations.Nullable;

/**
 * A figure that somebody printed. Example: of {@code LECHAN} on 17/05/2024, {@code HOUSEHOLDS} at least 4 800, printed
 * as "hơn 4.800 hộ".
 *
 * @param value in the indicator's unit
 * @param printed how it was printed, and where
 * @param isAtLeast whether it was printed as "more than"
 * @param isImplied whether it was not printed itself, but follows from what was
 * @param isDateAssumed whether the source names no day
 */
public record PublishedFigure(
        LocalDate on,
        Indicator indicator,
        Amount value,
        Printed printed,
        boolean isAtLeast,
        boolean isImplied,
        boolean isDateAssumed,
        Label note) {

    /** A whole number of the indicator's unit, with the interval that rounds to what was printed. */
    public record Amount(
            long value, @Nullable Long low, @Nullable Long high) {}

    /** The words, the publication and how sure the row is. */
    public record Printed(String words, String document, Mark mark) {}

    /** The whole number. */
    public long number() {
        return value.value();
    }

    /** The value of an indicator measured in days. */
    public LocalDate day() {
        int digits = Math.toIntExact(value.value());
        return LocalDate.of(digits / 10_000, digits / 100 % 100, digits % 100);
    }
}
