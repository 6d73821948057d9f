package org.dongvon.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.dongvon.support.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/domain/servicing.md. */
class RolloverLimitTest {

    private static final RolloverLimit LIMIT = new RolloverLimit(1, 12);

    static List<Golden.Row> rows() {
        return Golden.rows("servicing/rollover");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isOneMoreCycle(Golden.Row row) {
        var disbursed = row.date("disbursed");

        assertThat(disbursed.plusMonths(row.number("months"))).isEqualTo(row.date("original"));
        assertThat(LIMIT.latest(disbursed, row.number("months"))).isEqualTo(row.date("latest"));
    }

    @Test
    void isAlsoOfMonthsAndNotNegative() {
        var day = LocalDate.of(2026, 3, 18);

        assertThat(new RolloverLimit(2, 12).latest(day, 8)).isEqualTo(LocalDate.of(2027, 11, 18));
        assertThatThrownBy(() -> new RolloverLimit(-1, 12)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RolloverLimit(1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
