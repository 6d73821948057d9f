package org.dongvon.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoucherNumberTest {

    @Test
    void readsBackWhatItPrints() {
        var number = new VoucherNumber("LECHAN-01", 2024, 3118);

        assertThat(number).hasToString("LECHAN-01-24-003118");
        assertThat(VoucherNumber.parse("LECHAN-01-24-003118")).contains(number);
        assertThat(VoucherNumber.parse("VN-00-25-1000000")).contains(new VoucherNumber("VN-00", 2025, 1_000_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "LECHAN",
                "LECHAN-01-24-3118",
                "LECHAN-01-24-000000",
                "lechan-01-24-003118",
                "LECHAN-01-2024-",
                "LECHAN-01-24-9999999999"
            })
    void readsNothingElse(String text) {
        assertThat(VoucherNumber.parse(text)).isEmpty();
    }

    @Test
    void countsFromOne() {
        assertThatIllegalArgumentException().isThrownBy(() -> new VoucherNumber("LECHAN-01", 2024, 0));
    }
}
