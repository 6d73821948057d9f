package org.dongvon.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * A chart of horizontal bars, drawn by the server: the template writes the numbers into an SVG. The longest bar is as
 * wide as it may be, the others in proportion, with one decimal of a unit of the drawing.
 *
 * @param height of the drawing, whose width is 400
 */
public record BarChart(int height, List<Bar> bars) {

    private static final int STEP = 37;
    private static final int TEXT = 14;
    private static final int BAR = 20;
    private static final int VALUE = 31;
    private static final BigDecimal WIDEST = BigDecimal.valueOf(330);
    private static final BigDecimal NARROWEST = BigDecimal.valueOf(15, 1);
    private static final BigDecimal GAP = BigDecimal.valueOf(6);

    public BarChart {
        bars = List.copyOf(bars);
    }

    /** The chart of amounts none of which is negative. */
    public static BarChart of(List<Amount> amounts) {
        long longest = amounts.stream().mapToLong(Amount::value).max().orElse(0);
        var bars = new ArrayList<Bar>(amounts.size());
        for (var amount : amounts) {
            int top = bars.size() * STEP;
            var width = width(amount.value(), longest);
            bars.add(new Bar(
                    amount.name(),
                    amount.text(),
                    width,
                    width.add(GAP),
                    new Places(top + TEXT, top + BAR, top + VALUE)));
        }
        return new BarChart(Math.max(1, amounts.size()) * STEP + 2, bars);
    }

    private static BigDecimal width(long value, long longest) {
        if (longest == 0) {
            return NARROWEST;
        }
        return WIDEST.multiply(BigDecimal.valueOf(value))
                .divide(BigDecimal.valueOf(longest), 1, RoundingMode.HALF_UP)
                .max(NARROWEST);
    }

    /** What a bar stands for: its name, its length, and the text beside it. */
    public record Amount(String name, long value, String text) {}

    /** A bar of the drawing: its width, where the text beside it begins, and its heights. */
    public record Bar(String name, String text, BigDecimal width, BigDecimal textX, Places y) {}

    /** Heights of the name's line, the bar's upper edge and the text's line. */
    public record Places(int name, int bar, int text) {}
}
