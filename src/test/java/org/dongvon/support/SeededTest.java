package org.dongvon.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class SeededTest {

    @Test
    void namesTheSeedAndTheSmallestSizeThatFails() {
        assumeTrue(System.getProperty("seed") == null);

        assertThatThrownBy(() ->
                        Seeded.check(40, (random, size) -> assertThat(size).isLessThan(7)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("broken at size 7; replay with -Dseed=20261129");
    }

    @Test
    void givesTheSameCaseForTheSameSeed() {
        var first = new ArrayList<Long>();
        var second = new ArrayList<Long>();

        Seeded.check(10, (random, size) -> first.add(random.nextLong()));
        Seeded.check(10, (random, size) -> second.add(random.nextLong()));

        assertThat(first).isEqualTo(second).isNotEmpty();
    }
}
