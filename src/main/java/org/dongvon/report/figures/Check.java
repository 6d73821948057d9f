package org.dongvon.report.figures;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.dongvon.report.PublishedFigure;
import org.jspecify.annotations.Nullable;

/**
 * One identity, held against one published total or claim.
 *
 * @param figure the total or claim
 * @param base the day since when; none for what stands at a date
 * @param sides what is claimed and what its inputs come to
 * @param inputs the other figures, in the order of the arithmetic
 */
public record Check(
        PublishedFigure figure,
        Identity identity,
        @Nullable LocalDate base,
        Sides sides,
        List<PublishedFigure> inputs,
        boolean holds) {

    public Check {
        inputs = List.copyOf(inputs);
    }

    /** Both sides of an identity. */
    public sealed interface Sides {}

    /**
     * Numbers in đồng, heads, percent or times.
     *
     * @param isBound whether the inputs are not all parts there are, so that they must be at most what is claimed
     */
    public record Numbers(BigDecimal claimed, BigDecimal computed, boolean isBound) implements Sides {}

    /** The day that a publication gives for a document, and the day that the register has. */
    public record Days(String document, LocalDate claimed, LocalDate computed) implements Sides {}
}
