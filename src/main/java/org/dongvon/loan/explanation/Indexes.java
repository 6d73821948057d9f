package org.dongvon.loan.explanation;

import java.time.LocalDate;
import java.util.function.IntFunction;
import org.dongvon.engine.interest.RateSeries;

/** The rate series of a loan's parts, by number. */
record Indexes(IntFunction<RateSeries> series) {

    long at(Moved.Position position, LocalDate day) {
        return of(position).index(position.part(), day);
    }

    RateSeries of(Moved.Position position) {
        return series.apply(position.seriesId());
    }
}
