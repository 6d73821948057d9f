package org.dongvon.command.torture;

import java.util.Arrays;
import java.util.Random;
import java.util.function.ToIntFunction;

/** Draws one of several things, each as often as its weight says. */
final class Draw {

    private Draw() {}

    static <T> T of(T[] all, ToIntFunction<T> weight, Random random) {
        int left = random.nextInt(Arrays.stream(all).mapToInt(weight).sum());
        for (var each : all) {
            left -= weight.applyAsInt(each);
            if (left < 0) {
                return each;
            }
        }
        throw new IllegalStateException("weights");
    }
}
