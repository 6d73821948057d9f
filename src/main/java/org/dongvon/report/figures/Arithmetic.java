package org.dongvon.report.figures;

import java.math.BigDecimal;
import org.dongvon.report.Indicator.Claimed;
import org.dongvon.report.Measure.Nature;
import org.dongvon.report.PublishedFigure;
import org.dongvon.report.Ratios;
import org.dongvon.shared.text.Formats;
import org.dongvon.shared.text.Language;

/** Writes a check down so that a person can do it again by hand: money in million đồng, percent with its sign. */
final class Arithmetic {

    private final Formats f;

    Arithmetic(Language language) {
        this.f = Formats.in(language);
    }

    /** A check that does not hold, with its arithmetic and both sides. */
    Spelled of(Check check) {
        var figure = check.figure();
        return switch (check.sides()) {
            case Check.Days days ->
                new Spelled(
                        check,
                        days.document() + ": " + f.date(days.claimed()) + " ≠ " + f.date(days.computed()),
                        f.date(days.claimed()),
                        f.date(days.computed()));
            case Check.Numbers numbers ->
                new Spelled(
                        check,
                        left(check) + (numbers.isBound() ? " > " : " ≠ ") + number(figure, numbers.claimed()),
                        number(figure, numbers.claimed()),
                        number(figure, numbers.computed()));
        };
    }

    /** The inputs and what they come to: {@code 242.780 − 70.757 = 172.023}. */
    String left(Check check) {
        return switch (check.sides()) {
            case Check.Days days -> days.document() + ": " + f.date(days.computed());
            case Check.Numbers numbers -> {
                boolean isAlone =
                        check.identity() == Identity.SUM && check.inputs().size() == 1;
                var computed = number(check.figure(), numbers.computed());
                yield isAlone ? computed : formula(check) + " = " + computed;
            }
        };
    }

    private String formula(Check check) {
        var inputs = check.inputs();
        var texts = inputs.stream()
                .map(input -> number(input, input.amount().value()))
                .toList();
        return switch (check.identity()) {
            case SUM -> String.join(" + ", texts);
            case CHANGE -> String.join(" − ", texts);
            case FLOW -> texts.get(0) + " + " + texts.get(1) + " − " + texts.get(2) + " − " + texts.get(3);
            case GROWTH -> texts.get(0) + " ÷ " + texts.get(1) + " − 1";
            case SHARE, RATIO, TIMES -> String.join(" ÷ ", texts);
            case DATE -> "";
        };
    }

    /** A number of a figure as people read it. */
    String number(PublishedFigure figure, BigDecimal value) {
        var indicator = figure.indicator();
        if (indicator.claimed().isPercent()) {
            return f.ratio(value) + " %";
        }
        boolean isMoney = indicator.measure().nature() == Nature.MONEY && indicator.claimed() != Claimed.TIMES;
        return f.ratio(isMoney ? Ratios.trimmed(value.movePointLeft(6)) : value);
    }

    /**
     * A check in words.
     *
     * @param line the arithmetic
     * @param claimed what was printed
     * @param computed what its inputs come to
     */
    record Spelled(Check check, String line, String claimed, String computed) {

        public PublishedFigure figure() {
            return check.figure();
        }

        /** Whether the arithmetic is about money. */
        public boolean isMoney() {
            return check.figure().indicator().measure().nature() == Nature.MONEY && check.identity() != Identity.DATE;
        }
    }
}
