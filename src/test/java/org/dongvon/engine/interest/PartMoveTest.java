package org.dongvon.engine.interest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class PartMoveTest {

    private final InterestLine inTerm = InterestLine.ZERO.movePrincipal(40_000_000, 0);
    private final InterestLine overdue = InterestLine.ZERO;
    private final PartMove move = PartMove.of(10_000_000, 187_200_000, 243_360_000);

    @Test
    void takesPrincipalOutOfOnePartAndIntoAnother() {
        assertThat(inTerm.plus(move.out())).isEqualTo(inTerm.movePrincipal(-10_000_000, 187_200_000));
        assertThat(overdue.plus(move.in())).isEqualTo(overdue.movePrincipal(10_000_000, 243_360_000));
    }

    @Test
    void leavesWhatIsOwedThatDayAsItWas() {
        assertThat(inTerm.plus(move.out()).numeratorAt(187_200_000)).isEqualTo(inTerm.numeratorAt(187_200_000));
        assertThat(overdue.plus(move.in()).numeratorAt(243_360_000)).isEqualTo(BigInteger.ZERO);
    }

    @Test
    void takesInterestAlongWhereTheLawSaysSo() {
        var numerator = inTerm.numeratorAt(187_200_000);
        var whole = PartMove.of(40_000_000, 187_200_000, 0).withInterest(numerator);

        assertThat(inTerm.plus(whole.out())).isEqualTo(InterestLine.ZERO);
        assertThat(overdue.plus(whole.in())).isEqualTo(new InterestLine(40_000_000, numerator));
    }

    @Test
    void isUndoneByItsReversal() {
        var undone = move.withInterest(BigInteger.TEN).reversed();

        assertThat(inTerm.plus(move.out()).addConstant(BigInteger.TEN.negate()).plus(undone.out()))
                .isEqualTo(inTerm);
        assertThat(overdue.plus(move.in()).addConstant(BigInteger.TEN).plus(undone.in()))
                .isEqualTo(overdue);
    }
}
