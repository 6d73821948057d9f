package org.dongvon.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionDayTest {

    @ParameterizedTest
    @CsvSource({"31,2030-02,2030-02-28", "30,2028-02,2028-02-29", "31,2026-04,2026-04-30", "1,2026-01,2026-01-01"})
    void isClampedToTheMonthsEnd(int day, YearMonth month, LocalDate session) {
        assertThat(new SessionDay(day).inMonth(month)).isEqualTo(session);
    }

    @ParameterizedTest
    @CsvSource({
        "25,2032-07-24,2032-06-25,2032-06-25,2032-07-25",
        "25,2032-07-25,2032-07-25,2032-06-25,2032-08-25",
        "25,2032-07-26,2032-07-25,2032-07-25,2032-08-25",
        "1,2026-01-01,2026-01-01,2025-12-01,2026-02-01",
        "31,2025-12-31,2025-12-31,2025-11-30,2026-01-31"
    })
    void findsTheSessionsAroundADay(int day, LocalDate at, LocalDate onOrBefore, LocalDate before, LocalDate after) {
        var session = new SessionDay(day);

        assertThat(session.lastOnOrBefore(at)).isEqualTo(onOrBefore);
        assertThat(session.lastBefore(at)).isEqualTo(before);
        assertThat(session.firstAfter(at)).isEqualTo(after);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 32, -1})
    void refusesDaysThatNoMonthHas(int day) {
        assertThatThrownBy(() -> new SessionDay(day)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void acceptsTheFirstAndTheLast() {
        assertThat(new SessionDay(1).dayOfMonth()).isEqualTo(1);
        assertThat(new SessionDay(31).dayOfMonth()).isEqualTo(31);
    }
}
