package org.dongvon.shared.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dongvon.shared.Refused;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A hostile text is left where the first limit is passed, not where it ends. */
class CsvGuardTest {

    private static final String HEADER = "unit,value\n";

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY_COLUMNS, ',',       1000000, 100",
        "TOO_MANY_COLUMNS, '\"a\",', 1000000, 300",
        "CELL_TOO_LONG,    x,         9000000, 70000",
        "CELL_TOO_LONG,    '\"\"',   4000000, 70000"
    })
    void stopsAtTheFirstLimit(TableRefusal rule, String repeated, int times, int looked) {
        var guard = new CsvGuard(',');

        assertThatThrownBy(() -> guard.check(HEADER + repeated.repeat(times)))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal()).isEqualTo(rule));
        assertThat(guard.read()).isLessThan(looked);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,5\" nail\n", "\"a\"\"b\",\"1,2\n3\"\n", "a;b,c\n"})
    void letsPlainLinesPass(String line) {
        assertThatCode(() -> new CsvGuard(',').check(HEADER + line.repeat(20_000)))
                .doesNotThrowAnyException();
    }
}
