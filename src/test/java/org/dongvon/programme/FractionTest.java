package org.dongvon.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {

    @ParameterizedTest
    @CsvSource({"2/3,35,24", "2/3,36,24", "2/3,37,25", "1/2,5,3", "1/1,60,60", "2/3,0,0"})
    void countsTheFewestThatReachIt(String rule, int whole, int fewest) {
        var fraction = Fraction.of(rule);

        assertThat(fraction.fewest(whole)).isEqualTo(fewest);
        assertThat(fraction.compare(fewest, whole)).isNotNegative();
        assertThat(fraction.compare(fewest - 1, whole)).isNegative();
    }

    @ParameterizedTest
    @CsvSource({"12,24,0", "13,24,1", "11,24,-1"})
    void tellsAMajorityFromAHalf(int inFavour, int present, int expected) {
        assertThat(Fraction.of("1/2").compare(inFavour, present)).isEqualTo(expected);
    }

    @Test
    void readsAsTheRuleSaysIt() {
        assertThat(Fraction.of("2/3")).hasToString("2/3");
    }

    @ParameterizedTest
    @CsvSource({"0/3", "4/3"})
    void isNeverMoreThanTheWholeNorNothing(String rule) {
        assertThatIllegalArgumentException().isThrownBy(() -> Fraction.of(rule)).withMessage(rule);
    }
}
