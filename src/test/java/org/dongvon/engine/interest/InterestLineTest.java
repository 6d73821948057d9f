package org.dongvon.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import org.dongvon.engine.money.Dong;
import org.junit.jupiter.api.Test;

class InterestLineTest {

    private static final BigInteger LARGEST = BigInteger.TEN.pow(38).subtract(BigInteger.ONE);

    @Test
    void owesPrincipalTimesIndexSinceItMoved() {
        var line = InterestLine.ZERO.movePrincipal(60_000_000, 0).movePrincipal(-20_000_000, 62_400_000);

        assertThat(line.principal()).isEqualTo(40_000_000);
        assertThat(line.constant()).isEqualTo(new BigInteger("1248000000000000"));
        assertThat(line.numeratorAt(187_200_000)).isEqualTo(new BigInteger("8736000000000000"));
        assertThat(line.owedAt(187_200_000)).isEqualTo(Dong.of(239_342));
    }

    @Test
    void takesAndGivesBackInterest() {
        var line = InterestLine.ZERO.movePrincipal(50_000_000, 0);

        assertThat(line.takeInterest(256_438).numeratorAt(187_200_000)).isEqualTo(BigInteger.valueOf(13_000_000_000L));
        assertThat(line.takeInterest(256_438).takeInterest(-256_438)).isEqualTo(line);
    }

    @Test
    void isAlsoAMovementThatCanBeAddedAndUndone() {
        var line = InterestLine.ZERO.movePrincipal(50_000_000, 7);
        var movement = InterestLine.ZERO.movePrincipal(-3, 11).takeInterest(5);

        assertThat(line.plus(movement))
                .isEqualTo(line.movePrincipal(-3, 11).takeInterest(5))
                .isNotEqualTo(line);
        assertThat(line.plus(movement).plus(movement.negate())).isEqualTo(line);
    }

    @Test
    void roundsHalfAwayFromZeroForBothSigns() {
        long half = InterestLine.UNITS_PER_DONG / 2;

        assertThat(InterestLine.toDong(BigInteger.valueOf(half))).isEqualTo(Dong.of(1));
        assertThat(InterestLine.toDong(BigInteger.valueOf(half - 1))).isEqualTo(Dong.ZERO);
        assertThat(InterestLine.toDong(BigInteger.valueOf(-half))).isEqualTo(Dong.of(-1));
        assertThat(InterestLine.toDong(BigInteger.valueOf(1 - half))).isEqualTo(Dong.ZERO);
        assertThat(InterestLine.toDong(InterestLine.units(-7))).isEqualTo(Dong.of(-7));
    }

    @Test
    void reaches38DigitsAndNoMore() {
        var largest = new InterestLine(0, LARGEST);
        var smallest = largest.negate();

        assertThat(largest.numeratorAt(1)).isEqualTo(LARGEST);
        assertThat(smallest.constant()).isEqualTo(LARGEST.negate());
        assertThatThrownBy(() -> largest.addConstant(BigInteger.ONE)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> largest.takeInterest(-1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> smallest.takeInterest(1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> largest.plus(largest)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new InterestLine(1, LARGEST).numeratorAt(1)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> smallest.movePrincipal(1, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void multipliesTheLargestLongsExactly() {
        var line = InterestLine.ZERO.movePrincipal(Long.MAX_VALUE, 0);

        assertThat(line.numeratorAt(Long.MAX_VALUE))
                .isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).pow(2));
    }

    @Test
    void refusesPrincipalAndDongThatDoNotFit() {
        var most = InterestLine.ZERO.movePrincipal(Long.MAX_VALUE, 0);

        assertThatThrownBy(() -> most.movePrincipal(1, 0)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> most.plus(most)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new InterestLine(Long.MIN_VALUE, BigInteger.ZERO).negate())
                .isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> InterestLine.toDong(LARGEST)).isInstanceOf(ArithmeticException.class);
    }
}
