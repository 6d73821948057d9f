package org.dongvon.command.torture;

import java.util.Arrays;
import java.util.Random;

/** What may happen, with how often. */
enum EventKind {
    COUNTER(30),
    SHEET(12),
    REVERSAL(10),
    PAY_OUT(8),
    ADJUST(5),
    EXTEND(4),
    RATE(2),
    LATE_RATE(2),
    TOO_MUCH(8),
    WRONG_PAYER(3),
    TWICE(4),
    NEXT_SESSION(12);

    private final int weight;

    EventKind(int weight) {
        this.weight = weight;
    }

    static EventKind of(Random random) {
        int left = random.nextInt(
                Arrays.stream(values()).mapToInt(each -> each.weight).sum());
        for (var kind : values()) {
            left -= kind.weight;
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("weights");
    }
}
