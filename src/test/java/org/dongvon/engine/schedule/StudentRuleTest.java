package org.dongvon.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.dongvon.support.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/domain/servicing.md. */
class StudentRuleTest {

    private static final StudentRule RULE = new StudentRule(12, 12, 2);
    private static final LocalDate DAY = LocalDate.of(2026, 9, 25);

    static List<Golden.Row> rows() {
        return Golden.rows("servicing/student");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void datesALoanByCourseAndService(Golden.Row row) {
        var term = RULE.term(
                row.date("paid out"), row.date("course starts"), row.date("course ends"), row.number("service"));

        assertThat(term.times()).isEqualTo(row.number("times"));
        assertThat(term.firstDisbursed().until(term.courseEnds().plusDays(1), ChronoUnit.DAYS))
                .isEqualTo(row.number("days"));
        assertThat(term.firstDue()).isEqualTo(row.date("first"));
        assertThat(term.finalDue()).isEqualTo(row.date("final"));
        assertThat(term.months()).isEqualTo(row.number("months"));
    }

    @Test
    void isOfSomeTime() {
        assertThatThrownBy(() -> RULE.term(DAY, DAY, DAY, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> RULE.term(DAY, DAY.minusYears(2), DAY, 0))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StudentRule(-1, 12, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StudentRule(12, -1, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new StudentRule(12, 12, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}
