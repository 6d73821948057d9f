package org.dongvon.ledger.seal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.dongvon.ledger.seal.ReceiptCode.Line;
import org.dongvon.shared.SealKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiptCodeTest {

    private static final Line LINE =
            new Line(140_737_488_355_330L, UUID.fromString("0d9f8e7c-6b5a-4c3d-9e2f-1a0b9c8d7e6f"));

    private final SealKeys keys = SealKeys.random();
    private final ReceiptCode codes = new ReceiptCode(keys);

    @Test
    void namesItsLineAndTheMarkOfItsAmounts() {
        var code = codes.of(LINE, "650959 7000000 0");

        assertThat(code).hasSize(52).matches("[A-Za-z0-9_-]+");
        assertThat(codes.read(code)).hasValueSatisfying(read -> {
            assertThat(read.line()).isEqualTo(LINE);
            assertThat(read.mark()).isEqualTo(codes.mark(LINE, "650959 7000000 0"));
        });
        assertThat(codes.mark(LINE, "650959 7000000 0"))
                .matches("[0-9A-Z]{4}-[0-9A-Z]{4}")
                .isNotEqualTo(codes.mark(LINE, "650960 7000000 0"));
    }

    @Test
    void isTheSameEveryTimeItIsPrinted() {
        assertThat(codes.of(LINE, "1 2 3"))
                .isEqualTo(codes.of(LINE, "1 2 3"))
                .isEqualTo(new ReceiptCode(keys).of(LINE, "1 2 3"));
    }

    @Test
    void isNoCodeWhenAnyOtherInstallationMadeIt() {
        assertThat(new ReceiptCode(SealKeys.random()).read(codes.of(LINE, "1 2 3")))
                .isEmpty();
    }

    @Test
    void isNoCodeWhenALetterOfTheLineIsAnother() {
        var code = codes.of(LINE, "1 2 3");
        int lineLetters = (8 + 16 + 10) * 8 / 6;
        for (int i = 0; i < lineLetters; i++) {
            var other = code.charAt(i) == 'A' ? 'B' : 'A';

            assertThat(codes.read(code.substring(0, i) + other + code.substring(i + 1)))
                    .as("letter " + i)
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "7", "LECHAN-01-24-000007", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "+++"})
    void readsNothingOutOfOtherTexts(String text) {
        assertThat(codes.read(text)).isEmpty();
        assertThat(codes.read("ộ".repeat(52))).isEmpty();
    }
}
