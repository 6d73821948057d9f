package org.dongvon.supervision.usecheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.dongvon.support.Golden;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UseClockGoldenTest {

    static List<Golden.Row> days() {
        return Golden.rows("work-lists/use-check");
    }

    @ParameterizedTest
    @MethodSource("days")
    void aLoanIsNamedAfterTwentyDaysAndLateAfterThirty(Golden.Row row) {
        var clock = new UseClock(20, 30);
        var paidOut = row.date("disbursed");
        var named = row.date("named");
        var last = row.date("last_day");

        assertThat(clock.lastDay(paidOut)).isEqualTo(last);
        assertThat(clock.isNamed(paidOut, named.minusDays(1))).isFalse();
        assertThat(clock.isNamed(paidOut, named)).isTrue();
        assertThat(clock.isLate(paidOut, last.minusDays(1))).isFalse();
        assertThat(clock.isLate(paidOut, last)).isTrue();
    }
}
