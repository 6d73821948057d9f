package org.dongvon.engine.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Random;
import org.dongvon.support.Seeded;
import org.junit.jupiter.api.Test;

class SessionDayPropertyTest {

    private static LocalDate day(Random random) {
        return LocalDate.of(2014, 1, 1).plusDays(random.nextInt(20_000));
    }

    private static boolean isSession(SessionDay session, LocalDate day) {
        boolean last = day.getDayOfMonth() == day.lengthOfMonth();
        return day.getDayOfMonth() == session.dayOfMonth() || (last && day.getDayOfMonth() < session.dayOfMonth());
    }

    @Test
    void findsTheSessionsThatWalkingDayByDayFinds() {
        Seeded.check(500, (random, size) -> {
            var session = new SessionDay(1 + random.nextInt(31));
            var day = day(random);
            var back = day;
            while (!isSession(session, back)) {
                back = back.minusDays(1);
            }
            var forth = day.plusDays(1);
            while (!isSession(session, forth)) {
                forth = forth.plusDays(1);
            }

            assertThat(session.lastOnOrBefore(day)).isEqualTo(back);
            assertThat(session.lastBefore(day.plusDays(1))).isEqualTo(back);
            assertThat(session.firstAfter(day)).isEqualTo(forth);
            assertThat(session.inMonth(YearMonth.from(back))).isEqualTo(back);
        });
    }

    @Test
    void theRulesDifferOnlyOnASessionDay() {
        Seeded.check(500, (random, size) -> {
            var session = new SessionDay(1 + random.nextInt(31));
            var day = day(random);

            var onOrBefore = DueRule.ON_OR_BEFORE.align(day, session);
            var strictly = DueRule.STRICTLY_BEFORE.align(day, session);

            assertThat(strictly).isBefore(day);
            assertThat(onOrBefore.equals(strictly)).isEqualTo(!isSession(session, day));
        });
    }
}
