package org.dongvon.archrules;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneOffset;
import java.time.temporal.Temporal;
import java.util.function.Supplier;

/** Breaks the rule against reading the clock, once in each way. */
final class ReadsTheClock {

    private ReadsTheClock() {}

    static LocalDate inAZone() {
        return LocalDate.now(ZoneOffset.UTC);
    }

    static Instant byReference() {
        Supplier<Instant> now = Instant::now;
        return now.get();
    }

    static MonthDay partOfADate() {
        return MonthDay.now(ZoneOffset.UTC);
    }

    static Clock systemClock() {
        return Clock.systemUTC();
    }

    static Clock tickingClock() {
        return Clock.tickSeconds(ZoneOffset.UTC);
    }

    static InstantSource systemSource() {
        return InstantSource.system();
    }

    static long millis() {
        return System.currentTimeMillis();
    }

    // The old type is the point: it hides a clock in its constructor.
    @SuppressWarnings("JavaUtilDate")
    static long oldDate() {
        return new java.util.Date().getTime();
    }

    static Temporal fromAGivenClock(Clock clock) {
        return LocalDate.now(clock);
    }
}
