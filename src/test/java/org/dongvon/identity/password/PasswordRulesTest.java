package org.dongvon.identity.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;
import org.dongvon.identity.IdentityRefusal;
import org.dongvon.shared.Refused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @Test
    void takesTwelveCharactersAndOneHundredTwentyEightAndRefusesOneLessAndOneMore() {
        assertTaken("mua rao thag");
        assertTaken("lúa chín ".repeat(14) + "12");
        assertRefused("mua rao tha", IdentityRefusal.PASSWORD_LENGTH);
        assertRefused("lúa chín ".repeat(14) + "123", IdentityRefusal.PASSWORD_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "mưa rào tháng bảy",
                "only small letters here",
                "839201847562",
                "MUARAOTHANGBAY",
                "🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾🌾",
                "            x           y",
            })
    void prescribesNoMixtureOfCharacters(String password) {
        assertTaken(password);
    }

    @Test
    void countsCharactersNotTheUnitsTheyAreMadeOf() {
        var decomposed = Normalizer.normalize("mưa rào thá", Normalizer.Form.NFD);

        assertThat(decomposed.length()).isGreaterThan(11);
        assertRefused(decomposed, IdentityRefusal.PASSWORD_LENGTH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1q2w3e4r5t6y", "1Q2W3E4R5T6Y", "QwertyQwerty", "motherfucker"})
    void refusesWhatMostPeopleChooseInWhateverCase(String password) {
        assertRefused(password, IdentityRefusal.PASSWORD_COMMON);
    }

    @Test
    void knowsMoreThanThreeThousandCommonPasswordsThatAreLongEnough() {
        assertThat(CommonPasswords.count()).isGreaterThan(3_000);
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            dongvon-2026-!!     , dongvon
            ĐồngVốn của tôi 99  , dongvon
            NHCSXH hà nội 2026  , nhcsxh
            ngân hàng chính sách, nganhang
            Tín.Dụng.2026.xyz   , tindung
            tramho_2026_abc     , tramho
            Nguyễn 1990 1990    , nguyen
            le thu ha 199012    , lethuha
            xin chao Thu-Hà 12  , thuha
            """)
    void refusesTheHousesWordsAndThePersonsOwnWhateverTheMarks(String password, String word) {
        var login = word.equals("tramho") ? "tram.ho" : "ha";
        var name = word.equals("nguyen") ? "Nguyễn Hà" : "Lê Thu Hà";

        assertThatThrownBy(() -> PasswordRules.check(password, login, name))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.refusal()).isEqualTo(IdentityRefusal.PASSWORD_GUESSABLE);
                    assertThat(refused.facts().getFirst()).isEqualTo(word);
                });
    }

    @Test
    void takesShortNamesInsideOtherWords() {
        assertTaken("hàng cau trước sân");
    }

    private static void assertTaken(String password) {
        assertThatCode(() -> PasswordRules.check(password, "ha", "Lê Thu Hà")).doesNotThrowAnyException();
    }

    private static void assertRefused(String password, IdentityRefusal expected) {
        assertThatThrownBy(() -> PasswordRules.check(password, "ha", "Lê Thu Hà"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.refusal()).isEqualTo(expected));
    }
}
