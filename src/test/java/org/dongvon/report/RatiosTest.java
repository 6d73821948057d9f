package org.dongvon.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatiosTest {

    /** Published pairs of the handbook, section 13: part, whole, share as it must come out. */
    @ParameterizedTest
    @CsvSource({
        "233200000000, 6625000000000, 3.52",
        "7000, 242780, 2.88",
        "66091, 426262, 15.5",
        "47350, 373010, 12.69",
        "124020, 350822, 35.35",
        "34309, 350822, 9.78",
        "38000, 187000, 20.32",
        "172023, 70757, 243.12",
        "0, 5, 0",
        "5, 5, 100"
    })
    void writesAShareWithTwoDecimalsHalfUp(long part, long whole, String share) {
        assertThat(Ratios.percent(part, whole)).hasToString(share);
    }

    @Test
    void saysHowManyTimesTheBase() {
        assertThat(Ratios.times(242_780, 70_757)).hasToString("3.431");
        assertThat(Ratios.times(373_010, 134_672)).hasToString("2.77");
        assertThat(Ratios.times(20, 2)).hasToString("10");
    }

    @Test
    void hasNoShareOfNothing() {
        assertThat(Ratios.percent(1, 0)).isNull();
        assertThat(Ratios.times(1, 0)).isNull();
    }

    @Test
    void readsHundredths() {
        assertThat(Ratios.ofHundredths(1080)).isEqualTo(new BigDecimal("10.8"));
        assertThat(Ratios.ofHundredths(352)).isEqualTo(new BigDecimal("3.52"));
    }
}
