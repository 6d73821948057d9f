package org.dongvon.engine.interest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random series and days, from small seeds. */
final class RandomRates {

    static final LocalDate FIRST = LocalDate.of(2014, 12, 31);

    private static final int DAYS = 600;

    private RandomRates() {}

    static RateSeries series(Random random, int size) {
        var changes = new ArrayList<RateChange>();
        var from = FIRST;
        for (int i = 0; i <= size / 4; i++) {
            changes.add(new RateChange(from, rate(random), rate(random)));
            from = from.plusDays(1 + random.nextInt(200));
        }
        return RateSeries.of("RANDOM", changes);
    }

    static AnnualRate rate(Random random) {
        return new AnnualRate(random.nextInt(20_000_000));
    }

    static LocalDate day(Random random) {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    static Part part(Random random) {
        var parts = List.of(Part.values());
        return parts.get(random.nextInt(parts.size()));
    }
}
