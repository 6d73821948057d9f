package org.dongvon.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidueTest {

    private static final BigInteger HALF = InterestLine.units(1).shiftRight(1);

    @Test
    void isWhatTheRoundedDongLeave() {
        assertThat(Residue.of(new BigInteger("9360000000000000"))).isEqualTo(new BigInteger("13000000000"));
        assertThat(Residue.of(HALF)).isEqualTo(HALF.negate());
        assertThat(Residue.of(HALF.negate())).isEqualTo(HALF);
    }

    @Test
    void isAtMostHalfADong() {
        assertThat(Residue.isResidue(HALF)).isTrue();
        assertThat(Residue.isResidue(HALF.negate())).isTrue();
        assertThat(Residue.isResidue(HALF.add(BigInteger.ONE))).isFalse();
        assertThat(Residue.isResidue(HALF.negate().subtract(BigInteger.ONE))).isFalse();
    }

    @Test
    void isClearedPartByPart() {
        var inTerm = HALF.add(BigInteger.TEN);
        var overdue = HALF.negate();

        assertThat(Residue.clearing(List.of(inTerm, overdue))).containsExactly(inTerm.negate(), HALF);
        assertThat(Residue.clearing(List.of())).isEmpty();
    }

    @Test
    void refusesToClearWhatIsStillOwedOrOverpaid() {
        var more = HALF.add(BigInteger.ONE);

        assertThatThrownBy(() -> Residue.clearing(List.of(HALF, BigInteger.ONE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(more.toString());
        assertThatThrownBy(() -> Residue.clearing(List.of(more.negate()))).isInstanceOf(IllegalArgumentException.class);
    }
}
