package org.dongvon.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import org.dongvon.engine.calendar.WorkingDays;
import org.dongvon.support.Golden;
import org.dongvon.support.PostgresTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Working days by the special days that are shipped; docs/domain/application.md. */
@PostgresTest
class SpecialDaysDbTest {

    private final SpecialDays days;

    SpecialDaysDbTest(SpecialDays days) {
        this.days = days;
    }

    static List<Golden.Row> clock() {
        return Golden.rows("application/clock");
    }

    @ParameterizedTest
    @MethodSource("clock")
    void countsWorkingDays(Golden.Row row) {
        var received = row.date("received");
        var working = days.around(received);

        assertThat(working.after(received, 2)).isEqualTo(row.date("warned"));
        assertThat(working.after(received, 3)).isEqualTo(row.date("decided"));
    }

    @Test
    void countsAtLeastOne() {
        var day = clock().getFirst().date("received");
        assertThatThrownBy(() -> new WorkingDays(Set.of(), Set.of()).after(day, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
