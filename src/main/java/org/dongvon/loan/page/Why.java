package org.dongvon.loan.page;

import java.math.BigInteger;
import java.util.List;
import org.dongvon.engine.interest.Part;
import org.dongvon.engine.interest.RateChange;
import org.dongvon.loan.explanation.InterestExplanation;
import org.dongvon.loan.explanation.Step;
import org.dongvon.shared.text.Formats;
import org.jspecify.annotations.Nullable;

/** The section "why the interest is so much", ready to be shown. */
public final class Why {

    private final InterestExplanation explanation;
    private final List<Row> rows;

    private Why(InterestExplanation explanation, List<Row> rows) {
        this.explanation = explanation;
        this.rows = rows;
    }

    static Why of(InterestExplanation explanation, Laws laws) {
        var rows = explanation.steps().stream()
                .map(step -> row(step, explanation, laws))
                .toList();
        return new Why(explanation, rows);
    }

    private static Row row(Step step, InterestExplanation explanation, Laws laws) {
        return switch (step) {
            case Step.Piece piece -> {
                var law = laws.on(piece.position().seriesId(), piece.day());
                yield new Row(
                        "PIECE",
                        step,
                        piece,
                        law,
                        law.since().equals(piece.day()) && piece.day().isAfter(explanation.from()));
            }
            case Step.Taken taken ->
                new Row(taken.amount().isNegative() ? "GIVEN_BACK" : "TAKEN", step, null, null, false);
            case Step.Correction correction -> new Row("CORRECTION", step, null, null, false);
            case Step.Recounted recounted ->
                new Row(
                        "RECOUNTED",
                        step,
                        null,
                        laws.on(
                                recounted.rate().seriesId(),
                                recounted.rate().row().change().from()),
                        false);
            case Step.Later later -> new Row("LATER", step, null, null, false);
        };
    }

    public InterestExplanation explanation() {
        return explanation;
    }

    public List<Row> rows() {
        return rows;
    }

    /** The days that bear interest, each once. */
    public long days() {
        return explanation.pieces().isEmpty() ? 0 : explanation.days();
    }

    /** How many rates they fall under. */
    public long rates() {
        return explanation.pieces().stream()
                .map(piece -> piece.days().rate())
                .distinct()
                .count();
    }

    public boolean hasCarried() {
        return explanation.carried().signum() != 0;
    }

    public String exact(BigInteger numerator, Formats f) {
        return Arithmetic.exact(numerator, f);
    }

    public String arithmetic(Formats f) {
        return Arithmetic.line(explanation, f);
    }

    /**
     * One row of the table.
     *
     * @param kind its text is the message {@code loan.why.<kind>}
     * @param piece for a stretch of days, else nothing
     * @param change whether the stretch begins because the rate changed
     */
    public record Row(String kind, Step step, Step.@Nullable Piece piece, Laws.@Nullable Law law, boolean change) {

        /** The first day of the retroactive rate that recounted days, and its rates; else nothing. */
        public @Nullable RateChange recounted() {
            return step instanceof Step.Recounted recounted
                    ? recounted.rate().row().change()
                    : null;
        }

        /** Whether the part needs a name: in term goes without. */
        public boolean isSpecial() {
            return piece != null && piece.position().part() != Part.IN_TERM;
        }
    }
}
