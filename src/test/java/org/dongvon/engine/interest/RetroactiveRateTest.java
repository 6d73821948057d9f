package org.dongvon.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetroactiveRateTest {

    private static final LocalDate CUT = LocalDate.of(2025, 12, 1);
    private static final RateSeries BEFORE =
            RateSeries.of("VIDU", List.of(RateChange.of(LocalDate.of(2020, 1, 1), AnnualRate.ofPercent("6.6"))));
    private static final RateSeries AFTER = BEFORE.with(RateChange.of(CUT, AnnualRate.ofPercent("6.24")));

    private static BigInteger correction(PrincipalMovement... movements) {
        return RetroactiveRate.correction(Part.IN_TERM, BEFORE, AFTER, List.of(movements));
    }

    @Test
    void correctsWhatMovedSince() {
        assertThat(correction(
                        new PrincipalMovement(LocalDate.of(2025, 11, 15), 100_000_000),
                        new PrincipalMovement(LocalDate.of(2025, 12, 11), -10_000_000)))
                .isEqualTo(new BigInteger("-36000000000000"));
    }

    @Test
    void needsNothingForWhatMovedUpToItsOwnDate() {
        assertThat(correction()).isZero();
        assertThat(correction(new PrincipalMovement(CUT, -10_000_000))).isZero();
        assertThat(correction(new PrincipalMovement(CUT.plusDays(1), -10_000_000)))
                .isEqualTo(BigInteger.valueOf(-10_000_000L * 360_000));
    }

    @Test
    void refusesMovementsBeforeTheSeries() {
        assertThatThrownBy(() -> correction(new PrincipalMovement(LocalDate.of(2019, 12, 31), 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
