package org.dongvon.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnualRateTest {

    @ParameterizedTest
    @CsvSource({
        "6.24, 6240000, 6.24",
        "7.9248, 7924800, 7.9248",
        "10.30224, 10302240, 10.30224",
        "0, 0, 0",
        "0.00, 0, 0",
        "100, 100000000, 100",
        "3.0, 3000000, 3",
        "0.000001, 1, 0.000001",
        "6.2400000000, 6240000, 6.24",
        "9223372036854.775807, 9223372036854775807, 9223372036854.775807"
    })
    void readsAndWritesPercent(String text, long units, String written) {
        var rate = AnnualRate.ofPercent(text);

        assertThat(rate.units()).isEqualTo(units);
        assertThat(rate.percent()).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "6,24",
                "-1",
                "+1",
                "1e2",
                ".5",
                "5.",
                "6.24 ",
                "6.24%",
                "0.0000001",
                "٣",
                "NaN",
                "0x10",
                "9223372036854.775808"
            })
    void refusesWhatIsNotAWholeNumberOfUnits(String text) {
        assertThatThrownBy(() -> AnnualRate.ofPercent(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(text);
    }

    @Test
    void isNeverNegative() {
        assertThatThrownBy(() -> new AnnualRate(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(new AnnualRate(0)).isEqualTo(AnnualRate.ZERO);
    }

    @Test
    void multipliesOnlyToWholeUnits() {
        assertThat(AnnualRate.ofPercent("7.9248").times(AnnualRate.OVERDUE_PERMILLE))
                .isEqualTo(AnnualRate.ofPercent("10.30224"));
        assertThat(new AnnualRate(10).times(1300)).isEqualTo(new AnnualRate(13));
        assertThatThrownBy(() -> new AnnualRate(1).times(1300))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("not a whole number");
        assertThatThrownBy(() -> new AnnualRate(Long.MAX_VALUE).times(1300)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new AnnualRate(10).times(-1300)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void comparesBySize() {
        assertThat(List.of(new AnnualRate(3), AnnualRate.ZERO, new AnnualRate(2)).stream()
                        .sorted())
                .containsExactly(AnnualRate.ZERO, new AnnualRate(2), new AnnualRate(3));
    }
}
