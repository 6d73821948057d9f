package org.dongvon.archrules;

import java.math.BigDecimal;
import java.util.List;

/** Breaks the rule against floating point, once in each way. */
final class CountsInFloatingPoint {

    private final float field = 1;
    private final List<Double> boxed = List.of();

    static BigDecimal parameter(double rate) {
        return BigDecimal.valueOf(Math.round(rate));
    }

    static double[] result() {
        return new double[0];
    }

    static long call(BigDecimal amount) {
        return (long) amount.doubleValue();
    }

    @Override
    public String toString() {
        return boxed.size() + ":" + (int) field;
    }
}
