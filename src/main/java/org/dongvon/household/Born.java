package org.dongvon.household;

import java.time.LocalDate;
import java.time.Month;
import org.dongvon.shared.text.DateInput;

/**
 * When a person was born; of some old people papers name the year alone.
 *
 * @param on the day; the first of January where only the year is known
 * @param yearOnly whether only the year is known
 */
public record Born(LocalDate on, boolean yearOnly) {

    /** A day of birth, or the first of January of a year. */
    public Born {
        if (yearOnly && on.getDayOfYear() != 1) {
            throw new IllegalArgumentException("a year begins on its first day: " + on);
        }
    }

    /**
     * A day as people type it, or a year alone.
     *
     * @throws org.dongvon.shared.Refused a constant of {@link org.dongvon.shared.SharedRefusal}
     */
    public static Born typed(String text) {
        var typed = text.strip();
        return typed.matches("(19|20)[0-9]{2}")
                ? new Born(LocalDate.of(Integer.parseInt(typed), 1, 1), true)
                : new Born(DateInput.parse(typed), false);
    }

    /**
     * Whether the person has reached an age on a day, for certain: of a year alone the last day counts.
     *
     * <p>Example: born on 05/03/2006, they are 18 from 05/03/2024 on; born in 2006, from 31/12/2024 on.
     */
    public boolean hasReached(long years, LocalDate day) {
        var latest = yearOnly ? LocalDate.of(on.getYear(), Month.DECEMBER, 31) : on;
        return !latest.plusYears(years).isAfter(day);
    }
}
