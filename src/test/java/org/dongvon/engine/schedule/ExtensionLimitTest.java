package org.dongvon.engine.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.dongvon.support.Golden;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** docs/domain/servicing.md. */
class ExtensionLimitTest {

    private static final ExtensionLimit LIMIT = new ExtensionLimit(12, 50);

    static List<Golden.Row> rows() {
        return Golden.rows("servicing/extension");
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isAsTheHandbookSays(Golden.Row row) {
        int months = Integer.parseInt(row.text("months"));
        var disbursed = row.date("disbursed");

        assertThat(disbursed.plusMonths(months)).isEqualTo(row.date("original"));
        assertThat(LIMIT.months(months)).isEqualTo(Integer.parseInt(row.text("limit")));
        assertThat(LIMIT.latest(disbursed, months)).isEqualTo(row.date("latest"));
    }

    @Test
    void isNotNegative() {
        assertThatThrownBy(() -> new ExtensionLimit(-1, 50)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new ExtensionLimit(12, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
