package org.dongvon.notice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.dongvon.notice.MessageKind;
import org.dongvon.notice.NoticeRefusal;
import org.dongvon.notice.text.ShortMessage.Coding;
import org.dongvon.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortMessageTest {

    @Test
    void theAlphabetHas128LettersInTheirPlaces() {
        assertThat(ShortMessage.ALPHABET).hasSize(128);
        assertThat(ShortMessage.ALPHABET.charAt('A')).isEqualTo('A');
        assertThat(ShortMessage.ALPHABET.charAt('z')).isEqualTo('z');
        assertThat(ShortMessage.ALPHABET.charAt('9')).isEqualTo('9');
        assertThat(ShortMessage.EXTENSION).hasSize(ShortMessage.EXTENSION_CODES.length);
    }

    @ParameterizedTest
    @CsvSource({"160,1", "161,2", "306,2", "307,3"})
    void countsPartsOfGsm(int letters, int parts) {
        var message = ShortMessage.of("a".repeat(letters));

        assertThat(message.coding()).isEqualTo(Coding.GSM);
        assertThat(message.parts()).isEqualTo(parts);
    }

    @ParameterizedTest
    @CsvSource({"70,1", "71,2", "134,2", "135,3"})
    void countsPartsOfLettersWithMarks(int letters, int parts) {
        var message = ShortMessage.of("ế".repeat(letters));

        assertThat(message.coding()).isEqualTo(Coding.UCS2);
        assertThat(message.parts()).isEqualTo(parts);
    }

    @Test
    void aLetterBehindAnEscapeCountsTwice() {
        assertThat(ShortMessage.of("a€").length()).isEqualTo(3);
        assertThat(GsmLetters.encode("@a€")).containsExactly(0, 'a', 0x1B, 0x65);
        assertThatThrownBy(() -> GsmLetters.encode("ế")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void takesTheMarksOff() {
        assertThat(ShortMessage.withoutMarks("Nguyễn Thị Đào, gốc đến hạn 7.000.000đ"))
                .isEqualTo("Nguyen Thi Dao, goc den han 7.000.000d");
    }

    @Test
    void refusesLinksNumbersAndPlacesThatThereAreNot() {
        refuses("Xem tại https://nhcsxh.vn nhé", NoticeRefusal.TEXT_HOLDS_LINK);
        refuses("Xem tại WWW.nhcsxh nhé", NoticeRefusal.TEXT_HOLDS_LINK);
        refuses("Xem tại vbsp.org.vn", NoticeRefusal.TEXT_HOLDS_LINK);
        refuses("Số của {name} là 012345678", NoticeRefusal.TEXT_HOLDS_NUMBER);
        refuses("Chào {ten}, hẹn gặp", NoticeRefusal.TEXT_PLACE_UNKNOWN);
        refuses("ngắn quá", NoticeRefusal.TEXT_LENGTH);
        refuses("{name}" + "ế".repeat(268), NoticeRefusal.TEXT_TOO_MANY_PARTS);
        assertThat(MessageText.typed(MessageKind.RECEIPT, "Gọi 19001567, còn 1.500.000đ. Vui lòng xem {name}")
                        .text())
                .contains("19001567");
    }

    private static void refuses(String text, NoticeRefusal refusal) {
        assertThatThrownBy(() -> MessageText.typed(MessageKind.RECEIPT, text))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }
}
