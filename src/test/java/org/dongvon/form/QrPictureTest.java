package org.dongvon.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QrPictureTest {

    @Test
    void drawsTheDarkModulesWithinAQuietMargin() {
        var picture = QrPicture.of("https://dongvon.example/r/" + "A".repeat(52));

        assertThat(picture.size()).isEqualTo(8 + 37);
        assertThat(picture.path()).startsWith("M4 4h7v1h-7z").matches("(M\\d+ \\d+h\\d+v1h-\\d+z)+");
    }

    @Test
    void isTheSameForTheSameText() {
        assertThat(QrPicture.of("a")).isEqualTo(QrPicture.of("a")).isNotEqualTo(QrPicture.of("b"));
    }
}
