package org.dongvon.archrules;

import java.time.Instant;
import java.time.LocalDate;

/** Breaks no rule: the day is given, and elapsed time is no business date. */
final class TakesTheDay {

    private TakesTheDay() {}

    static LocalDate next(LocalDate today) {
        return today.plusDays(1);
    }

    static Instant of(long epochSecond) {
        return Instant.ofEpochSecond(epochSecond);
    }

    // The Date of a given instant reads no clock.
    @SuppressWarnings("JavaUtilDate")
    static long oldDate(long millis) {
        return new java.util.Date(millis).getTime();
    }

    static long elapsed(long since) {
        return System.nanoTime() - since;
    }
}
