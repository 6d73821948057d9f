package org.dongvon.engine.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class DongTest {

    private static final Dong MOST = Dong.of(Long.MAX_VALUE);
    private static final Dong LEAST = Dong.of(Long.MIN_VALUE);

    @Test
    void addsAndSubtracts() {
        assertThat(Dong.of(256_438).plus(Dong.of(1))).isEqualTo(Dong.of(256_439));
        assertThat(Dong.of(100).minus(Dong.of(250))).isEqualTo(Dong.of(-150));
        assertThat(Dong.of(100).minus(Dong.of(100))).isSameAs(Dong.ZERO);
    }

    @Test
    void multiplies() {
        assertThat(Dong.of(13_300_000).times(2).plus(Dong.of(13_400_000))).isEqualTo(Dong.of(40_000_000));
        assertThat(Dong.of(13_300_000).times(-1)).isEqualTo(Dong.of(-13_300_000));
        assertThat(Dong.of(13_300_000).times(0)).isEqualTo(Dong.ZERO);
    }

    @Test
    void sumsMany() {
        assertThat(Dong.sum(List.of(Dong.of(13_300_000), Dong.of(13_300_000), Dong.of(13_400_000))))
                .isEqualTo(Dong.of(40_000_000));
        assertThat(Dong.sum(List.of())).isEqualTo(Dong.ZERO);
    }

    @Test
    void changesItsSign() {
        assertThat(Dong.of(50_000).negate()).isEqualTo(Dong.of(-50_000));
        assertThat(Dong.of(-50_000).negate()).isEqualTo(Dong.of(50_000));
        assertThat(Dong.of(-50_000).abs()).isEqualTo(Dong.of(50_000));
        assertThat(Dong.of(50_000).abs()).isEqualTo(Dong.of(50_000));
    }

    @Test
    void refusesToLeaveItsRange() {
        assertThatThrownBy(() -> MOST.plus(Dong.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> LEAST.minus(Dong.of(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> MOST.times(2)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(LEAST::negate).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(LEAST::abs).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Dong.sum(List.of(MOST, MOST))).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void knowsItsSign() {
        assertThat(Dong.of(1).isPositive()).isTrue();
        assertThat(Dong.of(0).isPositive()).isFalse();
        assertThat(Dong.of(-1).isNegative()).isTrue();
        assertThat(Dong.of(0).isNegative()).isFalse();
        assertThat(Dong.of(0).isZero()).isTrue();
        assertThat(Dong.of(-1).isZero()).isFalse();
    }

    @Test
    void compares() {
        assertThat(Dong.of(2).isMoreThan(Dong.of(1))).isTrue();
        assertThat(Dong.of(1).isMoreThan(Dong.of(1))).isFalse();
        assertThat(Dong.of(1).isLessThan(Dong.of(2))).isTrue();
        assertThat(Dong.of(1).isLessThan(Dong.of(1))).isFalse();
        assertThat(List.of(Dong.of(3), Dong.of(-1), Dong.of(2)).stream().sorted())
                .containsExactly(Dong.of(-1), Dong.of(2), Dong.of(3));
    }

    @Test
    void picksTheSmallerAndTheLarger() {
        assertThat(Dong.of(1).min(Dong.of(2))).isEqualTo(Dong.of(1));
        assertThat(Dong.of(2).min(Dong.of(1))).isEqualTo(Dong.of(1));
        assertThat(Dong.of(1).max(Dong.of(2))).isEqualTo(Dong.of(2));
        assertThat(Dong.of(2).max(Dong.of(1))).isEqualTo(Dong.of(2));
        var same = new Dong(5);
        assertThat(same.min(new Dong(5))).isSameAs(same);
        assertThat(same.max(new Dong(5))).isSameAs(same);
    }
}
