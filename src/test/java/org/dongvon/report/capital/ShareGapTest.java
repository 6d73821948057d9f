package org.dongvon.report.capital;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ShareGapTest {

    /** T02: Hà Tĩnh in 2023, 233.2 billion of 6 625, to the national 10.8 %. */
    @Test
    void tellsWhatHaTinhLacksToTheNationalShare() {
        var gap = ShareGap.of(233_200_000_000L, 6_625_000_000_000L, 1080);

        assertThat(gap.constantTotal()).isEqualTo(482_300_000_000L);
        assertThat(gap.growingTotal()).isEqualTo(540_695_067_265L);
    }

    @Test
    void reachesTheShareWithTheGrowingGapAdded() {
        long local = 233_200_000_000L;
        long total = 6_625_000_000_000L;
        long added = ShareGap.of(local, total, 1080).growingTotal();

        // (local + added) × 10 000 ≥ 1080 × (total + added) within the rounding of one đồng.
        assertThat(Math.abs((local + added) * 10_000 - 1080 * (total + added))).isLessThan(10_000);
    }

    @Test
    void isNegativeWhereMoreThanTheShareIsThere() {
        assertThat(ShareGap.of(20, 100, 1000).constantTotal()).isEqualTo(-10);
    }

    @Test
    void knowsNoShareOfAllOrMore() {
        assertThatThrownBy(() -> ShareGap.of(1, 1, 10_000)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ShareGap.of(1, 1, -1)).isInstanceOf(IllegalArgumentException.class);
    }
}
