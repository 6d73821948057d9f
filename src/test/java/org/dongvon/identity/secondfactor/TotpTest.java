package org.dongvon.identity.secondfactor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    /** The last six of the eight digits in appendix B of RFC 6238. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130",
    })
    void showsTheCodesOfTheStandard(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(second))).isEqualTo(code);
    }

    @Test
    void takesTheCodeOfNowAndOfOneStepEitherWay() {
        for (long step = 99; step <= 101; step++) {
            assertThat(Totp.match(SECRET, Totp.code(SECRET, step), new Totp.When(100, 1), 0))
                    .hasValue(step);
        }
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 98), new Totp.When(100, 1), 0))
                .isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 102), new Totp.When(100, 1), 0))
                .isEmpty();
    }

    @Test
    void takesTheCodeOfNowAloneWhereNoClockMayBeOff() {
        var now = new Totp.When(100, 0);
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 100), now, 0)).hasValue(100);
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 99), now, 0)).isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 101), now, 0)).isEmpty();
    }

    @Test
    void takesNoCodeTwiceAndNoneBeforeTheLast() {
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 100), new Totp.When(100, 1), 99))
                .hasValue(100);
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 100), new Totp.When(100, 1), 100))
                .isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 99), new Totp.When(100, 1), 100))
                .isEmpty();
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 101), new Totp.When(100, 1), 100))
                .hasValue(101);
    }

    @Test
    void takesNothingElse() {
        for (var typed : new String[] {"", "28708", "2870821", "abcdef", "００００００"}) {
            assertThat(Totp.match(SECRET, typed, new Totp.When(1, 1), 0))
                    .as(typed)
                    .isEmpty();
        }
    }
}
